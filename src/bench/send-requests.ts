import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

export interface Sent {
  /** When each request was sent, or was due while every connection was busy: milliseconds of the machine's clock. */
  sentAt: number[];
  /** Until each was answered. */
  latenciesMs: number[];
  seconds: number;
}

/** Milliseconds of a clock that all processes of the machine share and nobody sets. */
export function machineMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/**
 * Sends ready-made requests over kept connections, each connection waiting for its answer, which must be a 200. A client
 * of its own because it has to cost next to nothing beside what it measures. With `perSecond` they are sent at that
 * pace, and waiting for a free connection counts.
 */
export async function sendRequests(options: {
  port: number;
  requests: readonly Buffer[];
  connections: number;
  perSecond?: number;
}): Promise<Sent> {
  const { port, requests, connections, perSecond } = options;
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const sentAt: number[] = [];
  const latenciesMs: number[] = [];
  const startedAt = machineMs();
  let next = 0;

  async function work(socket: Socket): Promise<void> {
    for (let number = next++; number < requests.length; number = next++) {
      const request = requests[number];
      if (!request) return;
      const dueAt = perSecond ? startedAt + (number * 1000) / perSecond : machineMs();
      const aheadMs = dueAt - machineMs();
      if (aheadMs > 0) await delay(aheadMs);
      const from = aheadMs > 0 ? machineMs() : dueAt;
      socket.write(request);
      await readAnswer(socket);
      sentAt[number] = from;
      latenciesMs[number] = machineMs() - from;
    }
  }

  try {
    await Promise.all(sockets.map(work));
    return { sentAt, latenciesMs, seconds: (machineMs() - startedAt) / 1000 };
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true }).setEncoding('latin1');
  await once(socket, 'connect');
  return socket;
}

function readAnswer(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    const settle = (error?: Error) => {
      socket.off('data', take).off('error', settle).off('close', refuse);
      if (error) reject(error);
      else resolve();
    };
    const refuse = () => settle(new Error('The connection was closed before the answer'));
    const take = (part: string) => {
      text += part;
      if (!isWhole(text)) return;
      settle(text.startsWith('HTTP/1.1 200 ') ? undefined : new Error(`Answered ${text}`));
    };
    socket.on('data', take).on('error', settle).on('close', refuse);
  });
}

function isWhole(text: string): boolean {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd === -1) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
  return length === undefined ? text.endsWith('\r\n0\r\n\r\n') : text.length >= headEnd + 4 + Number(length);
}
