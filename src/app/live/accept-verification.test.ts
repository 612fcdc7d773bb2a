import { QueryClient } from '@tanstack/react-query';
import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { expect, test } from 'vitest';
import { createApi } from '../api/http';
import { verificationKey, verificationQuery } from '../api/queries';
import { aVerification, createFakeBackend } from '../testing/fake-backend';
import { acceptVerification } from './accept-verification';

test('whatever comes by stream, by another tab and by answers, in whatever order: nothing older is shown after', async () => {
  const arrival = record({
    by: constantFrom('stream', 'tab', 'answer'),
    revision: integer({ min: 0, max: 9 }),
    at: integer({ min: 1, max: 100 }),
  });
  await assert(
    asyncProperty(array(arrival, { minLength: 1, maxLength: 12 }), async arrivals => {
      const backend = createFakeBackend({ verification: aVerification({ revision: 0 }) });
      const client = new QueryClient();
      const query = verificationQuery(createApi({ fetch: backend.fetch }));
      const shown: number[] = [];
      const times: number[] = [];
      for (const { by, revision, at } of arrivals) {
        const verification = aVerification({ revision });
        if (by === 'answer') {
          backend.state.verification = verification;
          await client.fetchQuery({ ...query, staleTime: 0 });
        } else acceptVerification(client, verification, by === 'tab' ? at : undefined);
        shown.push(client.getQueryData(query.queryKey)?.revision ?? -1);
        times.push(client.getQueryState(verificationKey)?.dataUpdatedAt ?? 0);
      }
      expect(shown).toEqual(shown.toSorted((a, b) => a - b));
      expect(shown.at(-1)).toBe(Math.max(...arrivals.map(({ revision }) => revision)));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      client.clear();
    }),
    { numRuns: 200 },
  );
});

test('“last updated” is when any tab heard, not when this one was told', () => {
  const client = new QueryClient();
  acceptVerification(client, aVerification({ revision: 3 }), 1_000);
  acceptVerification(client, aVerification({ revision: 3 }), 5_000);
  acceptVerification(client, aVerification({ revision: 3 }), 4_000);
  expect(client.getQueryState(verificationKey)?.dataUpdatedAt).toBe(5_000);
  client.clear();
});
