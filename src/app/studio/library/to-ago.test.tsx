import { expect, test } from 'vitest';
import { loadStudioTexts } from '../i18n/studio-texts';
import { toAgo } from './to-ago';

const now = Date.parse('2026-11-26T12:00:00Z');

test.each([
  ['en', '2026-11-26T11:59:30Z', 'just now'],
  ['en', '2026-11-26T12:05:00Z', 'just now'],
  ['en', '2026-11-26T11:58:00Z', '2 min ago'],
  ['en', '2026-11-26T09:00:00Z', '3 h ago'],
  ['ru', '2026-11-26T11:58:00Z', '2 мин назад'],
  ['kk', '2026-11-26T11:59:30Z', 'жаңа ғана'],
  ['kk', '2026-11-26T11:58:00Z', '2 мин бұрын'],
  ['kk', '2026-11-26T09:00:00Z', '3 сағ бұрын'],
] as const)('says in %s of %s: %s', async (language, at, words) => {
  const said = toAgo(at, now, language, await loadStudioTexts(language));
  expect(said.replaceAll('\u00a0', ' ')).toBe(words);
});

test.each([
  ['en', /^1 Oct 2026, \d\d:\d\d$/],
  ['ru', /^1 окт\. 2026 г\., \d\d:\d\d$/],
  ['kk', /^01\.10\.2026, \d\d:\d\d$/],
] as const)('says in %s when it was from a day on', async (language, words) => {
  const said = toAgo('2026-10-01T12:00:00Z', now, language, await loadStudioTexts(language));
  expect(said.replace(/\s/g, ' ')).toMatch(words);
});
