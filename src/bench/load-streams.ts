import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { StreamHolder } from './hold-streams';
import { sendRequests } from './send-requests';
import { spellDelivery } from './signed-delivery';
import { levelName, type Subject, sessionSecret } from './subjects';

export interface StreamLoad {
  openedPerSecond: number;
  openingMs: number[];
  /** Resident memory that each stream adds after the first tenth, with which compiled code and buffers come. */
  bytesPerStream: number;
  peakBytes: number;
  /** From sending a delivery to its status at the browser's end of the stream. */
  burstMs: number[];
  pacedMs: number[];
}

interface Person {
  externalUserId: string;
  cookie: string;
}

interface Telling {
  subject: Subject;
  holder: StreamHolder;
  people: readonly Person[];
}

const burstConnections = 64;
const pacedConnections = 32;
const pacedPerSecond = 50;
const settleMs = 3_000;
const lookEveryMs = 250;
const patienceMs = 60_000;

/** Opens a stream per person, then sends deliveries to `told` of them at once, and to others of them at a pace. */
export async function loadWithStreams(
  subject: Subject,
  holder: StreamHolder,
  client: pg.Client,
  { streams, told }: { streams: number; told: number },
): Promise<StreamLoad> {
  const people = await addPeople(client, streams);
  const requests = people.map(subject.streamRequest);
  const telling = { subject, holder, people };
  const warm = Math.ceil(streams / 10);
  await holder.open(subject.port, requests.slice(0, warm), 0);
  await tell(telling, [0, warm], 0, { connections: burstConnections });
  await delay(settleMs);
  const before = await subject.readUsage('collected');

  const opened = await holder.open(subject.port, requests.slice(warm), warm);
  await delay(settleMs);
  const after = await subject.readUsage('collected');

  const burstMs = await tell(telling, [0, told], 1, { connections: burstConnections });
  const paced = { connections: pacedConnections, perSecond: pacedPerSecond };
  const pacedMs = await tell(telling, [streams - told, streams], 2, paced);
  const { peakRss } = await subject.readUsage();
  return {
    openedPerSecond: (streams - warm) / opened.seconds,
    openingMs: opened.latenciesMs,
    bytesPerStream: (after.rss - before.rss) / (streams - warm),
    peakBytes: peakRss,
    burstMs,
    pacedMs,
  };
}

/** Sends the people of streams `from` to `to` a delivery each, and waits until every one of these streams has said so. */
async function tell(
  { subject, holder, people }: Telling,
  [from, to]: [number, number],
  number: number,
  pace: { connections: number; perSecond?: number },
): Promise<number[]> {
  const told = people.slice(from, to);
  const requests = told.map(({ externalUserId }) => spellDelivery(subject, externalUserId, number));
  const { sentAt } = await sendRequests({ port: subject.port, requests, ...pace });
  const latenciesMs = new Map<number, number>();
  for (let waitedMs = 0; latenciesMs.size < told.length; waitedMs += lookEveryMs) {
    if (waitedMs > patienceMs) throw new Error(`${told.length - latenciesMs.size} streams were told nothing`);
    await delay(lookEveryMs);
    for (const [stream, at] of await holder.take()) {
      const sent = sentAt[stream - from];
      if (sent !== undefined && !latenciesMs.has(stream)) latenciesMs.set(stream, at - sent);
    }
  }
  return [...latenciesMs.values()];
}

/** People who have entered, each with a session, written as the app writes them. */
async function addPeople(client: pg.Client, count: number): Promise<Person[]> {
  const run = randomBytes(4).toString('hex');
  const people = Array.from({ length: count }, (_, number) => ({
    externalUserId: `s-${run}-${number}`,
    cookie: randomBytes(32).toString('base64url'),
  }));
  const keys = people.map(({ cookie }) => createHmac('sha256', sessionSecret).update(cookie).digest());
  await client.query(
    `with person as (select * from unnest($1::text[], $2::bytea[]) as p (external_user_id, key)),
          verification as (
            insert into verifications (external_user_id, level_name) select external_user_id, $3 from person
            returning id, external_user_id)
     insert into sessions (key, verification_id, expires_at)
     select key, id, now() + interval '1 day' from person join verification using (external_user_id)`,
    [people.map(person => person.externalUserId), keys, levelName],
  );
  return people;
}
