import { createServer, type IncomingHttpHeaders, type RequestListener, request as requestHttp } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createGzip, constants as zlib } from 'node:zlib';
import { atTheEnd } from './at-the-end';

export interface ProxyHabits {
  certificate?: { key: string; cert: string };
  /** Answers instead of passing on; undefined passes on. */
  answer?: (path: string) => { status: number; body: string; headers?: Record<string, string> } | undefined;
  changeRequest?: (headers: IncomingHttpHeaders) => IncomingHttpHeaders;
  changeBody?: (body: Buffer) => Buffer;
  changeResponse?: (raw: [string, string][]) => [string, string][];
  /** Collects each answer and hands it out at its end. */
  buffers?: boolean;
  compresses?: boolean;
  /** Ports of the processes behind it, which take turns. */
  ports: readonly number[];
  listenOn?: number;
}

/** A reverse proxy with the habits of misconfigured ones, on a real socket. Returns its port. */
export async function startProxy(habits: ProxyHabits): Promise<number> {
  let turn = 0;
  const pass: RequestListener = (incoming, outgoing) => {
    const instead = habits.answer?.(incoming.url ?? '/');
    if (instead) {
      outgoing.writeHead(instead.status, instead.headers).end(instead.body);
      return;
    }
    const port = habits.ports[turn % habits.ports.length];
    turn += 1;
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const received = Buffer.concat(chunks);
      const body = received.byteLength > 0 && habits.changeBody ? habits.changeBody(received) : received;
      const headers: IncomingHttpHeaders = { ...incoming.headers };
      if (body.byteLength > 0) headers['content-length'] = String(body.byteLength);
      const inner = requestHttp(
        {
          ...{ host: '127.0.0.1', port, method: incoming.method, path: incoming.url, agent: false },
          headers: habits.changeRequest?.(headers) ?? headers,
        },
        answer => {
          const raw = answer.rawHeaders.flatMap((name, place): [string, string][] =>
            place % 2 === 0 ? [[name, answer.rawHeaders[place + 1] ?? '']] : [],
          );
          const changed = habits.changeResponse?.(raw) ?? raw;
          const compresses = habits.compresses && incoming.headers['accept-encoding']?.includes('gzip');
          const encoded: [string, string][] = compresses ? [...changed, ['content-encoding', 'gzip']] : changed;
          outgoing.writeHead(answer.statusCode ?? 502, encoded.flat());
          if (habits.buffers) {
            const held: Buffer[] = [];
            answer.on('data', (chunk: Buffer) => held.push(chunk));
            answer.on('end', () => outgoing.end(Buffer.concat(held)));
            outgoing.flushHeaders();
          } else if (compresses) {
            answer.pipe(createGzip({ flush: zlib.Z_SYNC_FLUSH })).pipe(outgoing);
          } else {
            answer.pipe(outgoing);
            outgoing.flushHeaders();
          }
        },
      );
      inner.on('error', () => outgoing.destroy());
      outgoing.on('close', () => inner.destroy());
      inner.end(body);
    });
  };
  const server = habits.certificate ? createSecureServer(habits.certificate, pass) : createServer(pass);
  await new Promise<void>(resolve => server.listen(habits.listenOn ?? 0, '127.0.0.1', resolve));
  atTheEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
