import { expect, test } from 'vitest';
import { loadStudioTexts } from '../i18n/studio-texts';
import { toAgo } from './to-ago';

const now = Date.parse('2026-11-26T12:00:00Z');

test.each([
  ['en', '2026-11-26T11:59:30Z', 'just now'],
  ['en', '2026-11-26T12:05:00Z', 'just now'],
  ['en', '2026-11-26T11:58:00Z', '2 min. ago'],
  ['en', '2026-11-26T09:00:00Z', '3 hr. ago'],
  ['en', '2026-11-25T11:00:00Z', 'yesterday'],
  ['ru', '2026-11-26T11:58:00Z', '2 мин. назад'],
  ['kk', '2026-11-26T11:59:30Z', 'жаңа ғана'],
  ['ru', '2026-10-01T12:00:00Z', '1 окт. 2026 г.'],
] as const)('says in %s of %s: %s', async (language, at, words) => {
  const said = toAgo(at, now, language, await loadStudioTexts(language));
  expect(said.replaceAll('\u00a0', ' ')).toBe(words);
});
