import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { TestSandbox } from './open-test-sandbox';

/** Puts a test's sandbox behind a real socket on a free port. */
export async function serveTestSandbox(bench: TestSandbox): Promise<{ baseUrl: string; close(): Promise<void> }> {
  const server = createAdaptorServer({ fetch: bench.sandbox.app.fetch }) as Server;
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      return new Promise(resolve => server.close(() => resolve()));
    },
  };
}
