import { randomBytes } from 'node:crypto';
import { sendRequests } from './send-requests';
import { spellDelivery } from './signed-delivery';
import type { Subject } from './subjects';

export interface DeliveryLoad {
  people: 'distinct' | 'repeated';
  connections: number;
  perSecond: number;
  /** Time of a processor per delivery, in the process that takes them and apart from PostgreSQL. */
  cpuMs: number;
  latenciesMs: number[];
}

/** Few enough for every one of them to be told of many changes. */
const repeatedPeople = 200;

/** Sends `count` signed deliveries as fast as they are answered. Answered means written to the database. */
export async function loadWithDeliveries(
  subject: Subject,
  { people, connections, count }: Pick<DeliveryLoad, 'people' | 'connections'> & { count: number },
): Promise<DeliveryLoad> {
  const run = randomBytes(4).toString('hex');
  const requests = Array.from({ length: count }, (_, number) => {
    const person = people === 'distinct' ? number : number % repeatedPeople;
    return spellDelivery(subject, `u-${run}-${person}`, Math.floor(number / repeatedPeople));
  });
  const before = await subject.readUsage();
  const { seconds, latenciesMs } = await sendRequests({ port: subject.port, requests, connections });
  const after = await subject.readUsage();
  const cpuMs = (after.cpuMs - before.cpuMs) / count;
  return { people, connections, perSecond: count / seconds, cpuMs, latenciesMs };
}
