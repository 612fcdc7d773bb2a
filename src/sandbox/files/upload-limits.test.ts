import { expect, test } from 'vitest';
import { defaultMaxImages, parseUploadLimits } from './upload-limits';

test("allows what IDnGO's FAQ allows where nothing is set", () => {
  const limits = { minBytes: 1, maxBytes: 52_428_800, maxImages: defaultMaxImages };
  expect(parseUploadLimits({})).toEqual(limits);
  expect(parseUploadLimits({ SANDBOX_MIN_FILE_BYTES: '', SANDBOX_MAX_FILE_BYTES: '' })).toEqual(limits);
});

test('takes the limits that are set', () => {
  const settings = { SANDBOX_MIN_FILE_BYTES: '1024', SANDBOX_MAX_FILE_BYTES: '1024', SANDBOX_MAX_IMAGES: '3' };
  expect(parseUploadLimits(settings)).toEqual({ minBytes: 1024, maxBytes: 1024, maxImages: 3 });
});

test.each([
  [
    { SANDBOX_MAX_FILE_BYTES: '52428801' },
    "SANDBOX_MAX_FILE_BYTES must be a whole number from 1 to 52428800, not '52428801'",
  ],
  [
    { SANDBOX_MAX_FILE_BYTES: '50 MB' },
    "SANDBOX_MAX_FILE_BYTES must be a whole number from 1 to 52428800, not '50 MB'",
  ],
  [{ SANDBOX_MIN_FILE_BYTES: '0' }, "SANDBOX_MIN_FILE_BYTES must be a whole number from 1 to 52428800, not '0'"],
  [{ SANDBOX_MIN_FILE_BYTES: '-5' }, "SANDBOX_MIN_FILE_BYTES must be a whole number from 1 to 52428800, not '-5'"],
  [{ SANDBOX_MAX_IMAGES: 'all' }, "SANDBOX_MAX_IMAGES must be a whole number from 1 to 1000000, not 'all'"],
  [
    { SANDBOX_MIN_FILE_BYTES: '2000', SANDBOX_MAX_FILE_BYTES: '1000' },
    'SANDBOX_MIN_FILE_BYTES (2000) must not be more than SANDBOX_MAX_FILE_BYTES (1000): no file would be accepted',
  ],
])('refuses %j with a sentence', (settings, sentence) => {
  expect(() => parseUploadLimits(settings)).toThrow(new Error(sentence));
});
