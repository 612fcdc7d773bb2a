import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { atTheEnd } from './at-the-end';

/** A line to the database that can fail as networks do. */
export interface DatabaseLine {
  url: string;
  /** Breaks every connection and refuses new ones. */
  cut(): void;
  /** Carries nothing any more and says so to nobody, as when a cable is pulled. New connections are taken, and silent. */
  stall(): void;
  /** Carries again, also what has waited. */
  mend(): void;
}

/** Stands between a pool and the PostgreSQL at `url`, which listens on a port or on a Unix socket. */
export async function openDatabaseLine(url: string): Promise<DatabaseLine> {
  const target = new URL(url);
  const socketDir = target.searchParams.get('host');
  const connectTarget = () =>
    socketDir
      ? connect(join(socketDir, `.s.PGSQL.${target.port || 5432}`))
      : connect(Number(target.port || 5432), target.hostname);
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: 'whole' | 'cut' | 'stalled' = 'whole';

  const server = createServer(near => {
    if (state === 'cut') {
      near.destroy();
      return;
    }
    const far = connectTarget();
    const pair = [near, far] as const;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const [from, to] of [pair, [far, near]] as const) {
      from.on('error', end);
      from.on('close', end);
      from.on('data', chunk => to.write(chunk));
      if (state === 'stalled') from.pause();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const [near, far] of pairs) for (const socket of [near, far]) socket.destroy();
  };
  atTheEnd(() => {
    cut();
    server.close();
  });

  const through = new URL(url);
  through.searchParams.delete('host');
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    cut() {
      state = 'cut';
      cut();
    },
    stall() {
      state = 'stalled';
      for (const pair of pairs) for (const socket of pair) socket.pause();
    },
    mend() {
      state = 'whole';
      for (const pair of pairs) for (const socket of pair) socket.resume();
    },
  };
}
