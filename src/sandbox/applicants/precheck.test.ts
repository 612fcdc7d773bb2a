import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeJpeg } from '../files/sample-files';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

test('prechecks what is pending, once, with a webhook that says queued as the samples do', async () => {
  const created = await bench.call('POST', '/resources/applicants?levelName=basic-kyc-level', {
    json: { externalUserId: 'u-1' },
  });
  const { id } = (await created.json()) as { id: string };
  const precheck = async () => {
    const response = await bench.panel(`/applicants/${id}/precheck`, {});
    return [response.status, await response.json()];
  };
  expect(await precheck()).toMatchObject([409, { description: "The applicant can't be prechecked while it is init" }]);
  for (const idDocType of ['PASSPORT', 'SELFIE']) {
    await bench.upload(id, { idDocType, country: 'KAZ' }, makeJpeg(idDocType));
  }
  await bench.call('POST', `/resources/applicants/${id}/status/pending`);
  expect(await precheck()).toMatchObject([200, { review: { reviewStatus: 'prechecked' } }]);
  expect(await precheck()).toMatchObject([409, { errorCode: 3000 }]);
  expect((await bench.call('POST', `/resources/applicants/${id}/reset`)).status).toBe(409);
  await bench.sandbox.clock.settle();
  expect(JSON.parse(bench.received.at(-1)?.body ?? '')).toMatchObject({
    type: 'applicantPrechecked',
    reviewStatus: 'queued',
  });
});
