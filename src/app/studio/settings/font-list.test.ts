import { expect, test } from 'vitest';
import { presets } from '#theming/presets';
import { fontList } from './font-list';

test('the font of a preset has a name in the list', () => {
  const families: readonly string[] = fontList.map(({ family }) => family);
  const nameless = presets.flatMap(({ id, theme: { fontFamily } }) =>
    fontFamily === undefined || families.includes(fontFamily) ? [] : [id],
  );
  expect(nameless).toEqual([]);
});
