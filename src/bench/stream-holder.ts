import { connect } from 'node:net';

/**
 * Holds many event streams open, in a process of its own because each takes a file. Told by messages what to do, it
 * answers with what it saw; times are milliseconds of the machine's clock.
 */
export type HolderOrder =
  | { order: 'open'; port: number; requests: readonly string[]; first: number; atOnce: number }
  | { order: 'take' };

export type HolderAnswer =
  | { answer: 'opened'; latenciesMs: number[]; seconds: number }
  | { answer: 'taken'; arrivals: Arrival[] };

/** That a status came over the stream of this number. */
export type Arrival = [stream: number, at: number];

const marker = 'event: status';
const machineMs = () => Number(process.hrtime.bigint()) / 1e6;
let arrivals: Arrival[] = [];

function hold(port: number, request: string, stream: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const from = machineMs();
    const socket = connect({ port, host: '127.0.0.1' }).setEncoding('latin1');
    let tail = '';
    let isOpen = false;
    socket.on('connect', () => socket.write(request));
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`Stream ${stream} was closed: ${tail}`)));
    socket.on('data', (part: string) => {
      const at = machineMs();
      const text = tail + part;
      tail = text.slice(1 - marker.length); // shorter than the marker, so that none is counted twice
      const count = text.split(marker).length - 1;
      if (!isOpen && text.startsWith('HTTP/1.1 ') && !text.startsWith('HTTP/1.1 200')) reject(new Error(text));
      if (count === 0) return;
      if (isOpen) for (let seen = 0; seen < count; seen += 1) arrivals.push([stream, at]);
      else resolve(at - from);
      isOpen = true;
    });
  });
}

async function open({ port, requests, first, atOnce }: Extract<HolderOrder, { order: 'open' }>): Promise<HolderAnswer> {
  const from = machineMs();
  const latenciesMs: number[] = [];
  let next = 0;
  const work = async () => {
    for (let stream = next++; stream < requests.length; stream = next++) {
      latenciesMs.push(await hold(port, requests[stream] ?? '', first + stream));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { answer: 'opened', latenciesMs, seconds: (machineMs() - from) / 1000 };
}

process.on('message', async (order: HolderOrder) => {
  const reply = (answer: HolderAnswer) => process.send?.(answer);
  if (order.order === 'open') reply(await open(order));
  if (order.order === 'take') {
    reply({ answer: 'taken', arrivals });
    arrivals = [];
  }
});
