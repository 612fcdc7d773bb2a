import { expect, test, vi } from 'vitest';
import { createLinkExchange, readLinkId } from './link-exchange';

const link = { accessToken: 'token', lang: 'kk', goesBack: true };

test('asks with the link’s id in the body, where no log keeps it', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json(link));
  expect(await createLinkExchange(fetch, 'the-id')()).toEqual({ kind: 'opened', link });
  const [address, init] = fetch.mock.calls[0] ?? [];
  expect(address).toBe('/frame/api/links/token');
  expect(init?.body).toBe('{"linkId":"the-id"}');
});

test.each([
  ['expired', () => Response.json({ code: 404 }, { status: 404 })],
  ['failed', () => new Response('<html>', { status: 502 })],
  ['failed', () => Response.json({ unexpected: true })],
  ['failed', () => Promise.reject(new TypeError('offline'))],
])('says %s instead of throwing', async (kind, answer) => {
  expect(await createLinkExchange(async () => answer(), 'the-id')()).toEqual({ kind });
});

test.each(['a-link_id', '%zz', '%'])('reads the id %j as it stands in the address', linkId => {
  expect(readLinkId(`/websdk/p/${linkId}`)).toBe(linkId);
});
