import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below those that systems lend to outgoing connections, of which one would take the port of a process under restart. */
const range = { first: 15_000, last: 32_000 };

/** A port of the loopback address on which nobody listens at this moment. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(range.first, range.last);
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
