import { expect, test } from 'vitest';
import { green, redFinal, webhookBody } from '#testing/test-app';
import { createTestDatabase } from '#testing/test-database';
import type { Database, Queryable } from '../database/database';
import { silentLog } from '../log';
import { createDeliveryDesk } from './take-delivery';

let roundTrips = 0;
const database = countRoundTrips(await createTestDatabase());
const desk = createDeliveryDesk({ database, log: silentLog, environment: 'sandbox' });

function countRoundTrips(counted: Database): Database {
  const count = (queryable: Queryable): Queryable => ({
    query: ((...args: Parameters<Queryable['query']>) => {
      roundTrips += 1;
      return queryable.query(...args);
    }) as Queryable['query'],
  });
  return {
    ...counted,
    query: count(counted).query,
    transaction(work) {
      roundTrips += 2; // its begin and its end
      return counted.transaction(client => work(count(client)));
    },
  };
}

async function take(body: string): Promise<[string, number]> {
  roundTrips = 0;
  const { outcome } = await desk.take(new TextEncoder().encode(body));
  return [outcome, roundTrips];
}

test('a delivery costs few round trips, since every one is waited for while a person’s lock is held', async () => {
  const pending = { type: 'applicantPending', reviewStatus: 'pending' };
  const [introduction, approval] = [webhookBody('u-trips', 1, pending), webhookBody('u-trips', 2, green)];
  expect(await take(introduction)).toEqual(['changed', 9]);
  expect(await take(approval)).toEqual(['changed', 8]);
  expect(await take(webhookBody('u-trips', 3, { ...green, type: 'applicantTagsChanged' }))).toEqual(['unchanged', 6]);
  expect(await take(approval)).toEqual(['duplicate', 5]);
  expect(await take(webhookBody('u-trips', 4, { ...redFinal, applicantActionId: 'a-1' }))).toEqual(['ignored', 1]);
  expect(await take('not json')).toEqual(['malformed', 4]);
});
