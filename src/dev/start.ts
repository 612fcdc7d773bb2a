import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { buildIfStale } from './build-if-stale';
import { answersAt } from './child-process';
import { type LocalEnvironment, readLocalEnvironment } from './local-environment';
import { createRestartLimit } from './restart-limit';

const restartDelayMs = 500;

type Scope = 'app' | 'sandbox-only';
type Variables = Record<string, string | undefined>;

interface Part {
  name: string;
  entry: string;
  env: Variables;
  port: number;
  /** Answers once the part is ready. */
  probe: string;
}

/** Runs the built app and, where it is needed, the sandbox beside it; prints their addresses once both answer. */
async function start(scope: Scope): Promise<void> {
  const environment = readLocalEnvironment(process.env);
  const parts = listParts(scope, environment);
  for (const part of parts) await requireFreePort(part);
  buildIfStale();

  const children = new Map<Part, ChildProcess>();
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    for (const child of children.values()) child.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

  async function run(part: Part, mayRestart: () => boolean): Promise<void> {
    if (isStopping) return;
    // A group of its own: Ctrl-C reaches this process alone, which then stops the others in good order. The channel
    // closes when this process has gone without a word, and the others stop by themselves.
    const child = spawn(process.execPath, [part.entry], {
      env: { LOG_LEVEL: 'warn', ...process.env, ...part.env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    children.set(part, child);
    let wasReady = false;
    child.once('exit', (code, signal) => {
      if (isStopping) return;
      const how = `${part.name} ended by itself (${signal ?? `exit ${code}`})`;
      if (wasReady && code !== 0 && mayRestart()) {
        console.error(`${how}; starting it again.`);
        setTimeout(() => void run(part, mayRestart), restartDelayMs);
        return;
      }
      console.error(`${how}${wasReady && code !== 0 ? ', too often' : ''}; stopping everything.`);
      process.exitCode = code || 1;
      stop();
    });
    wasReady = await answersAt(part.probe, child);
  }

  await Promise.all(parts.map(part => run(part, createRestartLimit(Date.now))));
  if (!isStopping) printAddresses(scope, environment);
}

function listParts(scope: Scope, { needsSandbox, server, sandbox }: LocalEnvironment): Part[] {
  const port = Number(server.PORT);
  const sandboxPort = Number(sandbox.SANDBOX_PORT);
  const parts: Part[] = [];
  if (needsSandbox || scope === 'sandbox-only') {
    const probe = `http://localhost:${sandboxPort}/`;
    parts.push({ name: 'The sandbox', entry: 'dist/sandbox/main.js', env: sandbox, port: sandboxPort, probe });
  }
  if (scope === 'app') {
    const probe = `http://localhost:${port}/readyz`;
    parts.push({ name: 'The app', entry: 'dist/server/main.js', env: server, port, probe });
  }
  return parts;
}

/** What listens there already would answer in the new part's place. */
async function requireFreePort({ name, port, env }: Part): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const setting = name === 'The app' ? 'PORT' : 'SANDBOX_PORT';
      const advice = `stop what listens there, or choose another with ${setting}`;
      reject(error.code === 'EADDRINUSE' ? new Error(`${name} cannot use port ${port}: ${advice}`) : error);
    });
    server.listen(port, env.HOST ?? '127.0.0.1', () => server.close(() => resolve()));
  });
}

function printAddresses(scope: Scope, { needsSandbox, server, sandbox }: LocalEnvironment): void {
  const lines: string[] = [''];
  if (scope === 'app') {
    const appUrl = server.PUBLIC_URL ?? `http://localhost:${server.PORT}`;
    lines.push(`  The page where people prove who they are   ${appUrl}`);
  }
  if (needsSandbox || scope === 'sandbox-only') {
    lines.push(`  The sandbox, where you play IDnGO          ${sandbox.SANDBOX_PUBLIC_URL}`);
  }
  if (scope === 'app' && needsSandbox) {
    lines.push('', '  No IDnGO credentials are configured, so the sandbox plays IDnGO. Nothing leaves this machine.');
  }
  lines.push('  Ctrl-C stops everything.', '');
  console.log(lines.join('\n'));
}

start(process.argv.includes('--sandbox-only') ? 'sandbox-only' : 'app').catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
