import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { buildIfStale } from './build-if-stale';
import { readLocalEnvironment } from './local-environment';

/** Runs the built app and, where it is needed, the sandbox beside it; prints their addresses once both answer. */
async function start(what: 'app' | 'sandbox-only'): Promise<void> {
  await buildIfStale();
  const { needsSandbox, server, sandbox } = readLocalEnvironment(process.env);
  const children: ChildProcess[] = [];
  const run = (entry: string, env: Record<string, string | undefined>) => {
    const child = spawn(process.execPath, [entry], {
      env: { LOG_LEVEL: 'warn', ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    children.push(child);
    return child;
  };
  const stop = () => {
    for (const child of children) child.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

  if (needsSandbox || what === 'sandbox-only') run('dist/sandbox/main.js', sandbox);
  if (what === 'app') run('dist/server/main.js', server);
  for (const child of children) {
    child.once('exit', code => {
      process.exitCode = code ?? 1;
      stop();
    });
  }

  const sandboxUrl = sandbox.SANDBOX_PUBLIC_URL;
  const appUrl = server.PUBLIC_URL ?? `http://localhost:${server.PORT}`;
  if (what === 'app') await answers(`http://localhost:${server.PORT}/readyz`, children);
  if (needsSandbox || what === 'sandbox-only') await answers(`${sandboxUrl}/`, children);
  if (children.some(child => child.exitCode !== null)) return;
  if (what === 'app') console.log(`\n  The page where people prove who they are   ${appUrl}`);
  if (needsSandbox || what === 'sandbox-only') {
    console.log(`  The sandbox, where you play IDnGO          ${sandboxUrl}`);
  }
  if (what === 'app' && needsSandbox) {
    console.log('\n  No IDnGO credentials are configured, so the sandbox plays IDnGO. Nothing leaves this machine.');
  }
  console.log('  Ctrl-C stops everything.\n');
}

async function answers(url: string, children: readonly ChildProcess[]): Promise<void> {
  while (children.every(child => child.exitCode === null)) {
    const ok = await fetch(url).then(
      response => response.ok,
      () => false,
    );
    if (ok) return;
    await delay(100);
  }
}

start(process.argv.includes('--sandbox-only') ? 'sandbox-only' : 'app').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
