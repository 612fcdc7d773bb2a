import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { atTheEnd } from './at-the-end';

/**
 * An address that leads to the PostgreSQL at `url` but loses every notification, as a pooler in transaction mode does.
 * Messages from the server: https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export async function openLossyLine(url: string): Promise<string> {
  const target = new URL(url);
  const socketDir = target.searchParams.get('host');
  const port = Number(target.port || 5432);
  const server = createServer(near => {
    const far = socketDir ? connect(join(socketDir, `.s.PGSQL.${port}`)) : connect(port, target.hostname);
    near.pipe(far);
    let rest = Buffer.alloc(0);
    far.on('data', chunk => {
      rest = Buffer.concat([rest, chunk]);
      while (rest.byteLength >= 5 && rest.byteLength >= rest.readInt32BE(1) + 1) {
        const message = rest.subarray(0, rest.readInt32BE(1) + 1);
        rest = rest.subarray(message.byteLength);
        if (message.toString('latin1', 0, 1) !== 'A') near.write(message);
      }
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  atTheEnd(() => server.close());
  const through = new URL(url);
  through.searchParams.delete('host');
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as AddressInfo).port);
  return through.href;
}
