import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll } from 'vitest';

export interface RawAnswer {
  /** 0 where the connection ended without an answer. */
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Lets a server listen on a free port of this machine until the tests of the file are over. Returns the port. */
export async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

/** Sends bytes as they are and reads until the server ends the connection, or until `isEnough`. */
export async function sendRaw(
  port: number,
  bytes: string | Uint8Array,
  isEnough: (text: string) => boolean = () => false,
): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined); // a refusal may come while we are still sending
  socket.write(bytes);
  return readAnswer(socket, isEnough);
}

export async function readAnswer(
  socket: Socket,
  isEnough: (text: string) => boolean = () => false,
): Promise<RawAnswer> {
  let text = '';
  socket.setEncoding('latin1');
  await new Promise<void>(resolve => {
    socket.on('data', chunk => {
      text += chunk;
      if (isEnough(text)) resolve();
    });
    socket.once('close', () => resolve());
  });
  socket.destroy();
  return parseAnswer(text);
}

function parseAnswer(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n');
  const [start = '', ...lines] = text.slice(0, Math.max(end, 0)).split('\r\n');
  const headers = Object.fromEntries(
    lines.map(line => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(start)?.[1] ?? 0), headers, body: text.slice(end + 4) };
}

/** A request in HTTP's own spelling, which ends the connection after its answer. */
export function spellRequest(start: string, headers: Record<string, string> = {}, body = ''): string {
  const lines = Object.entries({ Host: 'verify.test', Connection: 'close', ...headers });
  return `${start} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}
