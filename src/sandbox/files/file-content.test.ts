import { afterEach, expect, test } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';
import { makeJpeg, makeMovie, makePdf, makePng, makeTiff, makeWebm } from './sample-files';

const passport = { idDocType: 'PASSPORT', country: 'KAZ' };
let bench: TestSandbox;
afterEach(() => bench.close());

async function openWithApplicant(fileSizeLimits = { minBytes: 1, maxBytes: 4096 }): Promise<string> {
  bench = openTestSandbox({ fileSizeLimits });
  const response = await bench.call('POST', '/resources/applicants?levelName=basic-kyc-level', {
    json: { externalUserId: 'u-1' },
  });
  const { id } = (await response.json()) as { id: string };
  return id;
}

test.each([
  ['a JPEG', makeJpeg(), 'image/jpeg'],
  ['a PNG', makePng(), 'image/png'],
  ['a PDF', makePdf(), 'application/pdf'],
  ['an MP4', makeMovie('isom'), 'video/mp4'],
  ['a QuickTime movie', makeMovie('qt  '), 'video/quicktime'],
  ['a WebM', makeWebm(), 'video/webm'],
  ['a JPEG with a camera trailer behind its end', Buffer.concat([makeJpeg(), Buffer.from('maker note')]), 'image/jpeg'],
])('accepts %s and knows it by its content', async (_what, file, mediaType) => {
  const applicantId = await openWithApplicant();
  const response = await bench.upload(applicantId, passport, file, 'text/plain');
  expect(response.status).toBe(200);
  const imageId = response.headers.get('X-Image-Id');
  expect(imageId).toMatch(/^\d{9}$/);
  const shown = await bench.panel(`/images/${imageId}`);
  expect(shown.headers.get('Content-Type')).toBe(mediaType);
  expect(Buffer.from(await shown.arrayBuffer()).equals(file)).toBe(true);
});

test.each([
  ['nothing', Buffer.alloc(0), 'image/jpeg', 1003],
  ['one byte too many', Buffer.concat([makePng(), Buffer.alloc(4097 - makePng().length)]), 'image/png', 1002],
  ['far too many bytes', Buffer.concat([makePng(), Buffer.alloc(300_000)]), 'image/png', 1002],
  ['a TIFF, whatever it is called', makeTiff(), 'image/jpeg', 1005],
  ['plain text', Buffer.from('hello'), 'text/plain', 1005],
  ['garbage called a JPEG', Buffer.from('hello'), 'image/jpeg', 1004],
  ['a JPEG without its end', makeJpeg().subarray(0, -3), 'image/jpeg', 1004],
  ['a JPEG cut inside its thumbnail', makeJpeg().subarray(0, 120), 'image/jpeg', 1004],
  ['a PNG without its end', makePng().subarray(0, -6), 'image/png', 1004],
  ['a PDF without its end', makePdf().subarray(0, -8), 'application/pdf', 1004],
  ['a PDF with a password', makePdf('/Encrypt 5 0 R'), 'application/pdf', 1011],
])('refuses %s', async (_what, file, mediaType, errorCode) => {
  const applicantId = await openWithApplicant();
  const response = await bench.upload(applicantId, passport, file, mediaType);
  expect(await response.json()).toMatchObject({ errorCode, code: response.status });
  const status = await bench.call('GET', `/resources/applicants/${applicantId}/requiredIdDocsStatus`);
  expect(await status.json()).toEqual({ IDENTITY: null, SELFIE: null });
});

test('accepts a file of exactly the maximum', async () => {
  const file = makeJpeg();
  const applicantId = await openWithApplicant({ minBytes: 1, maxBytes: file.length });
  expect((await bench.upload(applicantId, passport, file)).status).toBe(200);
});

test('refuses a file below the minimum of the account', async () => {
  const applicantId = await openWithApplicant({ minBytes: 10_000, maxBytes: 50_000 });
  const response = await bench.upload(applicantId, passport, makeJpeg());
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({ errorCode: 1007, errorName: 'incorrect-file-size' });
});

test('refuses the same bytes twice for one applicant but not for two', async () => {
  const applicantId = await openWithApplicant();
  await bench.upload(applicantId, passport, makeJpeg());
  const twice = await bench.upload(applicantId, { idDocType: 'SELFIE', country: 'KAZ' }, makeJpeg());
  expect(twice.status).toBe(409);
  expect(await twice.json()).toMatchObject({ errorCode: 1000 });
  const response = await bench.call('POST', '/resources/applicants?levelName=basic-kyc-level', {
    json: { externalUserId: 'u-2' },
  });
  const other = (await response.json()) as { id: string };
  expect((await bench.upload(other.id, passport, makeJpeg())).status).toBe(200);
});
