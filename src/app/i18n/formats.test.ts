import { expect, test } from 'vitest';
import { loadPackagedTexts } from '../testing/packaged-texts';
import { createFormats } from './formats';

const at = new Date(2026, 10, 24, 9, 5).getTime();

test.each([
  ['en', '24 November', '24 November 2026', '09:05'],
  ['ru', '24 ноября', '24 ноября 2026 г.', '09:05'],
  ['ar', '24 نوفمبر', '24 نوفمبر 2026', '9:05\u00a0ص'],
])('writes days and times as %s does', (page, day, dayAndYear, time) => {
  const { toDay, toTime } = createFormats(page, undefined);
  expect([toDay(at, 'day'), toDay(at, 'dayAndYear'), toTime(at)]).toEqual([day, dayAndYear, time]);
});

test.each([
  ['kk', '24\u00a0қараша', '2026 жылғы 24\u00a0қараша'],
  ['ky', '24-ноябрь', '2026-жыл, 24-ноябрь'],
  ['uz', '24-noyabr', '2026-yil 24-noyabr'],
] as const)('takes the months of %s from our texts, since browsers lack them', async (page, day, dayAndYear) => {
  const { default: names } = await import(`./names/${page}.json`);
  const { toDay, toDocumentDay } = createFormats(page, { ...names, countries: {} });
  expect([toDay(at, 'day'), toDay(at, 'dayAndYear'), toDocumentDay('2026-11-24')]).toEqual([
    day,
    dayAndYear,
    dayAndYear,
  ]);
});

test('leaves a day of a document in the document’s calendar', () => {
  const persian = createFormats('fa', undefined);
  expect(persian.toDay(at, 'dayAndYear')).toBe('۳ آذر ۱۴۰۵');
  expect(persian.toDocumentDay('2026-11-24')).toContain('نوامبر');
});

test('takes nothing but a whole day for one', async () => {
  const names = await loadPackagedTexts('kk', 'names');
  for (const { toDocumentDay } of [createFormats('en', undefined), createFormats('kk', names)]) {
    expect(['2026', '2026-13-01', '2026-00-10', 'XXXX-11-24', ''].map(toDocumentDay)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  }
});
