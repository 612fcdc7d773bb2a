import { connect } from 'node:net';
import type { FuzzRequest } from './request';

/** Longer than anything answers, shorter than the app waits for the rest of a request. */
const patienceMs = 20_000;

/** The status of the first answer; 0 where the connection ended without one, 'silent' where nothing came in time. */
export function send(port: number, { bytes, isWhole }: FuzzRequest): Promise<number | 'silent'> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    let seen = '';
    const finish = (outcome: number | 'silent') => {
      socket.destroy();
      resolve(outcome);
    };
    // After interim answers, of which `100 Continue` is one.
    const readStatus = () => Number(/^(?:HTTP\/1\.1 1\d\d .*?\r\n\r\n)*HTTP\/1\.1 ([2-5]\d\d)/s.exec(seen)?.[1] ?? 0);
    socket.setEncoding('latin1');
    socket.setTimeout(patienceMs, () => finish('silent'));
    socket.on('error', () => undefined); // whoever is refused while still sending sees the connection reset
    socket.on('data', chunk => {
      if (seen.length < 4_096) seen += chunk;
      // A stream does not end by itself.
      if (seen.includes('text/event-stream')) finish(readStatus());
    });
    socket.once('close', () => finish(readStatus()));
    socket.once('connect', () => (isWhole ? socket.write(bytes) : socket.end(bytes)));
  });
}
