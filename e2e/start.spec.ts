import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { findFreePort } from '#dev/find-free-port';
import { removeDataDir } from '#testing/remove-data-dir';

interface Run {
  child: ChildProcess;
  output: () => string;
  exit: Promise<number | null>;
}

function npmStart(env: Record<string, string>): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/dev/start.ts'], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (text += chunk));
  return { child, output: () => text, exit: once(child, 'exit').then(([code]) => code as number | null) };
}

/** The process that listens on a port of this machine. */
function findListener(port: number): number {
  const inode = ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap(path => readFileSync(path, 'utf8').split('\n').slice(1))
    .map(line => line.trim().split(/\s+/))
    .find(fields => fields[3] === '0A' && Number.parseInt(fields[1]?.split(':')[1] ?? '', 16) === port)?.[9];
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      const links = readdirSync(`/proc/${pid}/fd`).map(fd => readlinkSync(`/proc/${pid}/fd/${fd}`));
      if (links.includes(`socket:[${inode}]`)) return Number(pid);
    } catch {
      // It has ended meanwhile, or one of its files was closed.
    }
  }
  throw new Error(`Nobody listens on port ${port}`);
}

test('starts everything, refuses to start twice, survives its database and a crash, and stops in good order', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'portico-start-'));
  const dataDir = join(directory, 'data');
  const [port, sandboxPort] = [await findFreePort(), await findFreePort()];
  const env = { PORT: String(port), SANDBOX_PORT: String(sandboxPort), DATA_DIR: dataDir };
  const run = npmStart(env);
  await expect.poll(run.output, { timeout: 60_000 }).toContain('Ctrl-C stops everything.');
  expect(run.output()).toContain(`http://localhost:${port}`);
  expect(run.output()).toContain(`http://localhost:${sandboxPort}`);

  const second = npmStart(env);
  expect(await second.exit).toBe(1);
  expect(second.output()).toMatch(/port \d+: stop what listens there, or choose another with (SANDBOX_)?PORT/);

  const session = await fetch(`http://localhost:${port}/api/session`, { method: 'POST' });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const pidFile = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  process.kill(Number.parseInt(readFileSync(pidFile, 'utf8'), 10), 'SIGKILL');
  const readStatus = async () => {
    const response = await fetch(`http://localhost:${port}/api/verification`, { headers: { cookie } }).catch(
      () => null,
    );
    if (!response) return 'nobody there';
    return response.ok ? ((await response.json()) as { status: string }).status : response.status;
  };
  await expect.poll(readStatus, { timeout: 60_000 }).toBe('not-started');

  const killed = findListener(port);
  process.kill(killed, 'SIGKILL');
  await expect.poll(readStatus, { timeout: 60_000 }).toBe('not-started');
  expect(findListener(port)).not.toBe(killed);
  expect(run.output()).toContain('The app ended by itself (SIGKILL); starting it again.');

  run.child.kill('SIGINT');
  expect(await run.exit).toBe(0);
  expect(existsSync(pidFile)).toBe(false);
  await removeDataDir(dataDir);
  rmSync(directory, { recursive: true, force: true });
});

test('nothing outlives a kill of the process that started everything', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'portico-start-'));
  const dataDir = join(directory, 'data');
  const [port, sandboxPort] = [await findFreePort(), await findFreePort()];
  const run = npmStart({ PORT: String(port), SANDBOX_PORT: String(sandboxPort), DATA_DIR: dataDir });
  await expect.poll(run.output, { timeout: 60_000 }).toContain('Ctrl-C stops everything.');
  run.child.kill('SIGKILL');
  await run.exit;
  const isSilent = (address: string) =>
    fetch(address).then(
      () => false,
      () => true,
    );
  const addresses = [`http://localhost:${port}/healthz`, `http://localhost:${sandboxPort}/`];
  await expect.poll(() => Promise.all(addresses.map(isSilent)), { timeout: 30_000 }).toEqual([true, true]);
  const pidFile = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  await expect.poll(() => existsSync(pidFile), { timeout: 30_000 }).toBe(false);
  await removeDataDir(dataDir);
  rmSync(directory, { recursive: true, force: true });
});
