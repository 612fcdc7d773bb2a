import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '#dev/find-free-port';
import { type MeasuredProcess, startMeasuredProcess } from './measured-process';

export interface SandboxProcess extends MeasuredProcess {
  url: string;
  dataDir: string;
}

/** A sandbox as a process of its own, on a free port, with a receiver of webhooks that takes everything. */
export async function startSandboxProcess(entry: readonly string[]): Promise<SandboxProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portico-sandbox-'));
  const receiver = createServer((request, response) => void request.resume().on('end', () => response.end()));
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const sandbox = await startMeasuredProcess({
    entry,
    env: {
      LOG_LEVEL: 'warn',
      SANDBOX_PORT: String(port),
      SANDBOX_PUBLIC_URL: url,
      SANDBOX_DATA_DIR: dataDir,
      SANDBOX_WEBHOOK_URL: await listen(receiver),
    },
    probe: `${url}/panel/api/levels`,
  });
  return {
    url,
    dataDir,
    readUsage: sandbox.readUsage,
    async close() {
      await sandbox.close();
      receiver.closeAllConnections();
      receiver.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port');
  return `http://127.0.0.1:${address.port}/`;
}
