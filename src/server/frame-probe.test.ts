import { expect, test } from 'vitest';
import { createFrameProbe } from './frame-probe';

const address = 'https://api.idngo.test/idensic/websdk.html';

async function probe(answer: () => Response | Promise<Response>) {
  const clock = { at: 0 };
  const asked: string[] = [];
  const created = createFrameProbe({
    frameOrigin: 'https://api.idngo.test',
    now: () => clock.at,
    fetch: async input => {
      asked.push(String(input));
      return answer();
    },
  });
  const settle = () => new Promise(resolve => setImmediate(resolve));
  expect(created.read()).toBeNull();
  await settle();
  return { clock, asked, settle, ...created };
}

test('names the frame’s address once it is known to answer to every page', async () => {
  const { read, asked } = await probe(() => new Response('<!doctype html>'));
  expect([read(), read()]).toEqual([address, address]);
  expect(asked).toEqual([address]);
});

test('names it where it says to be for every page', async () => {
  const headers = { 'cross-origin-resource-policy': 'cross-origin' };
  expect((await probe(() => new Response('', { headers }))).read()).toBe(address);
});

test.each<[string, () => Response | Promise<Response>]>([
  ['is only for its own pages', () => new Response('', { headers: { 'cross-origin-resource-policy': 'same-origin' } })],
  ['is only for its own site', () => new Response('', { headers: { 'cross-origin-resource-policy': 'same-site' } })],
  ['is not there', () => new Response('', { status: 404 })],
  ['cannot be reached', () => Promise.reject(new TypeError('fetch failed'))],
])('names none where the frame %s, and asks again a minute later', async (_case, answer) => {
  const { read, asked, clock, settle } = await probe(answer);
  expect(read()).toBeNull();
  expect(asked).toHaveLength(1);
  clock.at += 60_000;
  read();
  await settle();
  expect(asked).toHaveLength(2);
});

test('has no frame on this machine tried', () => {
  const fetch = () => Promise.reject(new Error('nobody asks'));
  expect(createFrameProbe({ frameOrigin: 'http://localhost:4100', fetch, now: () => 0 }).read()).toBeNull();
});
