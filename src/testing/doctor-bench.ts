import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { DoctorFinding } from '#contract/operations-doctor';
import { findFreePort } from '#dev/find-free-port';
import { fixedCredentials, sandboxCredentials } from '#sandbox/credentials';
import { createSandbox, type Sandbox, type SandboxOptions } from '#sandbox/sandbox';
import { createApp } from '#server/app';
import { parseConfig } from '#server/config';
import { createDatabase, type Database } from '#server/database/database';
import { checks } from '#server/doctor/checks';
import { createExamination, type ExaminationOptions } from '#server/doctor/examination';
import { readSickConfig } from '#server/doctor/read-sick-config';
import { runChecks } from '#server/doctor/run-checks';
import { createHttpServer } from '#server/http/http-server';
import { createSecurityHeaders } from '#server/http/security-headers';
import { silentLog } from '#server/log';
import { framePaths } from '#stand-in/frame-contract';
import { atTheEnd } from './at-the-end';
import { type ProxyHabits, startProxy } from './plant-proxy';
import type { TestApp } from './test-app';
import { createTestDatabase } from './test-database';

type Variables = Record<string, string>;

/** How the doctor's environment and means differ from the app's. */
export interface ExamineChanges {
  variables?: Record<string, string | undefined>;
  examination?: Partial<ExaminationOptions>;
}

export interface DoctorBench extends TestApp {
  /** The environment that app and doctor share. */
  variables: Variables;
  port: number;
  sandbox: Sandbox;
  sandboxUrl: string;
  examine(changes?: ExamineChanges): Promise<DoctorFinding[]>;
  /** Somebody enters and opens the frame, and what IDnGO says of it arrives. */
  beginCheck(): Promise<void>;
}

export interface BenchOptions {
  /** Of the app and, unless it is told otherwise, of the doctor. */
  variables?: Variables;
  sandbox?: Partial<SandboxOptions>;
  /** How the sandbox's webhook differs from what the app expects. */
  webhook?: Partial<SandboxOptions['webhook']>;
  proxy?: Partial<ProxyHabits>;
  /** What a page of the app says in the console. */
  script?: string;
}

const patienceMs = 1_000;

/** The real app and the real sandbox on real sockets, with a proxy in front where one is asked for. */
export async function openDoctorBench(options: BenchOptions = {}): Promise<DoctorBench> {
  const database = createDatabase((await createTestDatabase()).url);
  const directory = mkdtempSync(join(tmpdir(), 'doctor-bench-'));
  const [port, sandboxPort] = [await findFreePort(), await findFreePort()];
  const proxyPort = options.proxy && (await startProxy({ ports: [port], ...options.proxy }));
  const scheme = options.proxy?.certificate ? 'https' : 'http';
  const publicUrl = `${scheme}://localhost:${proxyPort ?? port}`;
  const sandboxUrl = `http://localhost:${sandboxPort}`;
  const variables: Variables = {
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    DATABASE_URL: database.url,
    IDNGO_APP_TOKEN: sandboxCredentials.appToken,
    IDNGO_SECRET_KEY: sandboxCredentials.secretKey,
    IDNGO_WEBHOOK_SECRET: sandboxCredentials.webhookSecret,
    IDNGO_BASE_URL: sandboxUrl,
    SESSION_SECRET: 'a-session-secret-for-tests',
    ...options.variables,
  };

  const sandbox = createSandbox({
    dataDir: join(directory, 'sandbox'),
    publicUrl: sandboxUrl,
    credentials: fixedCredentials,
    webhook: {
      url: `${publicUrl}/webhooks/idngo`,
      secret: sandboxCredentials.webhookSecret,
      algorithm: 'HMAC_SHA256_HEX',
      ...options.webhook,
    },
    ...options.sandbox,
  });
  const stopSandbox = await listen(createAdaptorServer({ fetch: sandbox.app.fetch }) as Server, sandboxPort);
  const { app, stop } = await serveApp({ variables, database, port, directory, script: options.script ?? '' });
  atTheEnd(async () => {
    await stop();
    await database.close();
    await stopSandbox();
    await sandbox.close();
    rmSync(directory, { recursive: true, force: true });
  });

  return {
    ...{ variables, port, app, database, sandbox, sandboxUrl, now: Date.now },
    config: parseConfig(variables),
    examine({ variables: changed = {}, examination = {} } = {}) {
      const given = { ...variables, ...changed };
      const looked = createExamination({
        ...readSickConfig(given),
        variables: given,
        openDatabase: async () => database,
        fetch,
        now: Date.now,
        resolveTxt: () => Promise.reject(new Error('no name is looked up in this test')),
        browser: undefined,
        patienceMs,
        ...examination,
      });
      return runChecks(checks, looked).finally(() => looked.close());
    },
    async beginCheck() {
      const entered = await app.request('/api/session', { method: 'POST' });
      const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
      const minted = await app.request('/api/access-token', { method: 'POST', headers: { cookie } });
      const { token } = (await minted.json()) as { token: string };
      const headers = { Authorization: `Bearer ${token}` };
      const frame = await sandbox.fetch(`${sandboxUrl}${framePaths.applicant}`, { headers });
      if (!frame.ok) throw new Error(`the frame was answered ${frame.status}`);
      await sandbox.clock.settle();
    },
  };
}

/** Another process of the app on the same database. Returns its port. */
export async function serveAnotherApp(bench: DoctorBench, changes: Variables): Promise<number> {
  const port = await findFreePort();
  const directory = mkdtempSync(join(tmpdir(), 'doctor-bench-'));
  const variables = { ...bench.variables, ...changes };
  const { stop } = await serveApp({ variables, database: bench.database, port, directory, script: '' });
  atTheEnd(async () => {
    await stop();
    rmSync(directory, { recursive: true, force: true });
  });
  return port;
}

async function serveApp(parts: {
  variables: Variables;
  database: Database;
  port: number;
  directory: string;
  script: string;
}) {
  const page =
    '<!doctype html><html lang="en"><head><title>Portico</title><link rel="icon" href="data:,"><script src="/said.js"></script></head></html>';
  const operations = join(parts.directory, 'src/app/operations');
  mkdirSync(operations, { recursive: true });
  for (const file of [join(parts.directory, 'index.html'), join(operations, 'operations.html')])
    writeFileSync(file, page);
  writeFileSync(join(parts.directory, 'said.js'), parts.script);
  const config = parseConfig(parts.variables);
  const { database, directory: appDirectory } = parts;
  const app = await createApp({ config, database, log: silentLog, fetch, now: Date.now, appDirectory });
  const stopListening = await listen(createHttpServer(app, createSecurityHeaders(config)), parts.port);
  return {
    app,
    async stop() {
      await stopListening();
      await app.close();
    },
  };
}

async function listen(server: Server, port: number): Promise<() => Promise<void>> {
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  return () => {
    server.closeAllConnections();
    return new Promise(resolve => server.close(() => resolve()));
  };
}
