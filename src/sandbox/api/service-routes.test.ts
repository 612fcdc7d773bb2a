import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestVectors } from '#idngo/webhook-digest';
import { openTestSandbox, origin, signHeaders, type TestSandbox } from '../open-test-sandbox';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

function testDigest(query: string, body: string): Promise<Response> {
  const path = `/resources/inspectionCallbacks/testDigest?${query}`;
  const signed = signHeaders('POST', path, Buffer.from(body), bench.clock.now());
  return bench.sandbox.fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { ...signed, 'Content-Type': 'text/plain' },
    body,
  });
}

test.each(digestVectors)(
  'computes the digest of a body with $algorithm',
  async ({ secret, body, algorithm, digest }) => {
    const response = await testDigest(`secretKey=${secret}&digestAlg=${algorithm}`, body);
    expect(await response.json()).toEqual({ digest, digestAlg: algorithm });
  },
);

test('computes SHA1 for those who know no other', async () => {
  const [sha1] = digestVectors;
  const response = await testDigest(`secretKey=${sha1.secret}`, sha1.body);
  expect(await response.json()).toEqual({ digest: sha1.digest, digestAlg: 'HMAC_SHA1_HEX' });
});

test('names the algorithms there are, and the secret that is missing', async () => {
  const unknown = await testDigest('secretKey=x&digestAlg=HMAC_MD5_HEX', 'x');
  expect(unknown.status).toBe(400);
  expect(await unknown.json()).toMatchObject({ description: expect.stringContaining('HMAC_SHA512_HEX') });
  const without = await testDigest('digestAlg=HMAC_SHA1_HEX', 'x');
  expect(await without.json()).toMatchObject({ code: 400, description: expect.stringContaining("'secretKey'") });
});

test('says that it is well', async () => {
  const response = await bench.call('GET', '/resources/status/api');
  expect(response.status).toBe(200);
});

test('leaves the secret that a digest is tried with out of the list of requests', async () => {
  const path = '/resources/inspectionCallbacks/testDigest?digestAlg=HMAC_SHA1_HEX&secretKey=quite%20a%20secret';
  expect((await bench.call('POST', path)).status).toBe(200);
  const { items } = (await (await bench.panel('/requests')).json()) as { items: { path: string }[] };
  expect(items[0]?.path).toBe('/resources/inspectionCallbacks/testDigest?digestAlg=HMAC_SHA1_HEX&secretKey=…');
});
