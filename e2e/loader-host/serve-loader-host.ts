import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

export interface LoaderHostServer {
  port: number;
  close(): Promise<void>;
}

const mediaTypes: Record<string, string> = { html: 'text/html', js: 'text/javascript' };

/** Builds the page that embeds the SDK and serves it, and beside it the published loaders as they are. */
export async function serveLoaderHost(): Promise<LoaderHostServer> {
  const pages = await buildPages();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const isWebhook = request.method === 'POST';
    const content = isWebhook ? '' : (pages.get(pathname.slice(1) || 'host.html') ?? (await readLoader(pathname)));
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': mediaTypes[/\.(\w+)$/.exec(pathname)?.[1] ?? 'html'] ?? 'text/plain',
    });
    response.end(content);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function buildPages(): Promise<Map<string, string | Uint8Array>> {
  const root = import.meta.dirname;
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    // StrictMode mounts twice in development only.
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { write: false, minify: false, rolldownOptions: { input: join(root, 'host.html') } },
  })) as Rolldown.RolldownOutput;
  return new Map(built.output.map(file => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
}

async function readLoader(pathname: string): Promise<Uint8Array | undefined> {
  const [, file] = /^\/loaders\/(websdk-[\w.-]+\/dist\/index(?:\.esm)?\.js)$/.exec(pathname) ?? [];
  return file === undefined ? undefined : readFile(join('node_modules', file)).catch(() => undefined);
}
