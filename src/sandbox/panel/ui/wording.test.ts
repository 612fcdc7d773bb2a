import { describe, expect, test } from 'vitest';
import { toCount, toDigestName, toShortId, toShortPath, toSize, toUploadName, toWords } from './wording';

describe('wording', () => {
  test('names an upload by document and side', () => {
    expect(toUploadName('ID_CARD', 'BACK_SIDE')).toBe('ID card, back');
    expect(toUploadName('PASSPORT', null)).toBe('Passport');
    expect(toUploadName('DRIVERS', 'INSIDE')).toBe('Drivers, Inside');
  });

  test('reads names of every spelling as words', () => {
    expect(['ID_CARD', 'sourceOfFunds', 'dob', 'IDENTITY2', 'shouldBeMrzDocument'].map(toWords)).toEqual([
      'ID card',
      'Source of funds',
      'Date of birth',
      'Identity 2',
      'Should be MRZ document',
    ]);
  });

  test('counts in the singular and the plural', () => {
    expect([toCount(1, 'try', 'tries'), toCount(3, 'try', 'tries')]).toEqual(['1 try', '3 tries']);
  });

  test('rounds sizes to what one says', () => {
    expect([820, 14_200, 999_499, 999_500, 1_240_000].map(toSize)).toEqual([
      '820 B',
      '14 kB',
      '999 kB',
      '1.0 MB',
      '1.2 MB',
    ]);
  });

  test('shortens an applicant id in the middle and leaves a short one alone', () => {
    expect(toShortId('674f349f1f5d2c6a1b22318b')).toBe('674f349f…318b');
    expect(toShortId('674f349f')).toBe('674f349f');
  });

  test('reads a request without what every request has, its query apart and decoded', () => {
    expect(toShortPath('/resources/applicants/674f349f1f5d2c6a1b22318b/status')).toEqual({
      path: 'applicants/…318b/status',
      query: '',
    });
    expect(toShortPath('/resources/accessTokens?userId=u%201&ttlInSecs=600')).toEqual({
      path: 'accessTokens',
      query: 'userId u 1, ttlInSecs 600',
    });
  });

  test('keeps the name of a digest algorithm it does not know', () => {
    expect(toDigestName('HMAC_SHA512_HEX')).toBe('SHA-512');
    expect(toDigestName('HMAC_BLAKE3')).toBe('HMAC_BLAKE3');
  });
});
