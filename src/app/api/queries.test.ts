import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { acceptVerification } from '../live/accept-verification';
import { aVerification, createFakeBackend } from '../testing/fake-backend';
import { createApi, ProblemError } from './http';
import { shouldRetry, verificationQuery } from './queries';

function createClient(verification = aVerification({ revision: 3 })) {
  const backend = createFakeBackend({ verification });
  const client = new QueryClient();
  const query = verificationQuery(createApi({ fetch: backend.fetch }));
  return { backend, client, query, shown: () => client.getQueryData(query.queryKey)?.revision };
}

test('accepts a higher revision and no lower one', () => {
  const { client, shown } = createClient();
  acceptVerification(client, aVerification({ revision: 3 }));
  acceptVerification(client, aVerification({ revision: 5 }));
  acceptVerification(client, aVerification({ revision: 4 }));
  expect(shown()).toBe(5);
});

test('keeps what was pushed while an older answer was on its way', async () => {
  const { client, query, shown } = createClient(aVerification({ revision: 3 }));
  const fetching = client.fetchQuery(query);
  acceptVerification(client, aVerification({ revision: 4 }));
  await fetching;
  expect(shown()).toBe(4);
});

test("ignores news about a person whose session this browser has left, and believes the backend's answer", async () => {
  const { client, query, backend, shown } = createClient();
  acceptVerification(client, { ...aVerification({ revision: 9 }), reference: 'ANOTHER' });
  expect(shown()).toBe(9);
  acceptVerification(client, aVerification({ revision: 12 }));
  expect(shown()).toBe(9);
  backend.state.verification = aVerification({ revision: 1 });
  await client.fetchQuery({ ...query, staleTime: 0 });
  expect(shown()).toBe(1);
});

test('tries again only what may pass by itself', () => {
  expect(shouldRetry(0, new ProblemError('database-unavailable'))).toBe(true);
  expect(shouldRetry(2, new ProblemError('database-unavailable'))).toBe(false);
  expect(shouldRetry(0, new ProblemError('session-required'))).toBe(false);
  expect(shouldRetry(0, new Error('a mistake of ours'))).toBe(false);
});
