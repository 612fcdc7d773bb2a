import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { isRunnableDevEnvironment, type Plugin, type ViteDevServer } from 'vite';
import type * as appModule from '../server/app';
import type * as configModule from '../server/config';
import type * as databaseModule from '../server/database/open-database';
import type * as logModule from '../server/log';
import { buildIfStale } from './build-if-stale.ts';
import { readLocalEnvironment } from './local-environment.ts';
import { readTextFiles } from './text-files.ts';

const backendPaths =
  /^\/(api|enter|webhooks|themes|own-texts|brand|manifest\.webmanifest|healthz|readyz|metrics)(\/|\?|$)|[?&]jwt=/;
const screenPaths = /^\/(verify|status|handoff|gallery)?(\?|$)/;

/** While developing: the backend behind Vite on the app's port, made anew after a change, and the sandbox on its own. */
export function viteBackend(): Plugin {
  return {
    name: 'portico-backend',
    apply: () => process.env.VITEST === undefined,
    config: () => ({ server: { port: Number(process.env.PORT ?? 4000), strictPort: true } }),
    async configureServer(vite) {
      if (vite.config.server.middlewareMode) return;
      const { needsSandbox, server: variables, sandbox } = readLocalEnvironment(process.env);
      if (needsSandbox) {
        buildIfStale(); // the frame and the panel are served as built
        const child = spawn('node_modules/.bin/tsx', ['watch', 'src/sandbox/main.ts'], {
          env: { ...process.env, LOG_LEVEL: 'warn', ...sandbox, SANDBOX_PAGES_DIR: 'dist/sandbox/pages' },
          stdio: ['ignore', 'inherit', 'inherit'],
        });
        process.once('exit', () => child.kill());
        vite.config.logger.info(`  The sandbox, where you play IDnGO: ${sandbox.SANDBOX_PUBLIC_URL}`);
      }

      let backend: Promise<Backend> | undefined;
      const stop = async () => {
        await backend
          ?.then(running => running.close())
          .catch((error: Error) => vite.config.logger.error(error.message));
        process.exit();
      };
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
      vite.watcher.on('change', path => {
        if (!/\/src\/(server|contract|idngo|theming)\//.test(path)) return;
        backend?.then(running => running.close()).catch((error: Error) => vite.config.logger.error(error.message));
        backend = undefined;
      });
      vite.middlewares.use((request, response, next) => {
        if (/^\/operations(\?|$)/.test(request.url ?? '')) request.url = '/src/app/operations/operations.html';
        if (/^\/gallery(\/[\w-]+)?\/?(\?|$)/.test(request.url ?? '')) request.url = '/src/app/gallery/gallery.html';
        if (/^\/studio\/preview(\?|$)/.test(request.url ?? ''))
          request.url = `/src/stand-in/preview.html${request.url?.slice('/studio/preview'.length)}`;
        if (/^\/studio\/?(\?|$)/.test(request.url ?? '')) request.url = '/src/app/studio/studio.html';
        const isBackend = backendPaths.test(request.url ?? '');
        if (!isBackend && !screenPaths.test(request.url ?? '')) return next();
        backend ??= createBackend(vite, variables);
        backend
          .then(async ({ listener, readPage }) => {
            if (isBackend) return listener(request, response);
            response.setHeader('content-type', 'text/html; charset=utf-8');
            response.end(await readPage(request));
          })
          .catch(next);
      });
    },
  };
}

interface Backend {
  listener: ReturnType<typeof getRequestListener>;
  /** The page without the headers of production, which would refuse what Vite puts into it. */
  readPage(request: IncomingMessage): Promise<string>;
  close(): Promise<void>;
}

async function createBackend(vite: ViteDevServer, variables: Record<string, string | undefined>): Promise<Backend> {
  const environment = vite.environments.server;
  if (!environment || !isRunnableDevEnvironment(environment))
    throw new Error('The server environment cannot run modules');
  const load = <T>(path: string): Promise<T> => environment.runner.import(path);
  const { parseConfig } = await load<typeof configModule>('/src/server/config.ts');
  const { openDatabase } = await load<typeof databaseModule>('/src/server/database/open-database.ts');
  const { createLog } = await load<typeof logModule>('/src/server/log.ts');
  const { createApp } = await load<typeof appModule>('/src/server/app.ts');

  const config = parseConfig(variables);
  const database = await openDatabase(config.database);
  const readTemplate = (url: string) => vite.transformIndexHtml(url, readFileSync('index.html', 'utf8'));
  const app = await createApp({
    config,
    database,
    log: createLog('warn'),
    fetch,
    now: Date.now,
    readTemplate,
    readTexts: readTextFiles,
  });
  return {
    listener: getRequestListener(app.fetch),
    async readPage({ url = '/', headers }) {
      const { cookie = '', 'accept-language': languages = '' } = headers;
      return (await app.request(url, { headers: { cookie, 'accept-language': languages } })).text();
    },
    async close() {
      await app.close();
      await database.close();
    },
  };
}
