import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below those that systems lend to outgoing connections, of which one would take the port of a process under restart. */
const range = { first: 15_000, last: 32_000 };

let next = randomInt(range.first, range.last);

/** A port of the loopback address on which nobody listens at this moment. This process is told of each but once. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = next;
    next = port + 1 < range.last ? port + 1 : range.first;
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false;
    throw error;
  }
  server.close();
  await once(server, 'close');
  return true;
}
