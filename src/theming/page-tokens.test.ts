import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schemes } from '#contract/theme';
import { toContrast } from './contrast';
import { defaultPageColours, pageContrasts } from './page-colours';

const tokens = readFileSync(join(import.meta.dirname, '../app/ui/tokens.css'), 'utf8');
const pairs = [...tokens.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)];

test('the page’s stylesheet has these colours and no others, each light and dark', () => {
  const [light, dark] = [2, 3].map(at => Object.fromEntries(pairs.map(pair => [pair[1], pair[at]])));
  expect({ light, dark }).toEqual(defaultPageColours);
  expect(tokens.match(/#[0-9a-f]{3,8}\b/gi)).toHaveLength(pairs.length * 2);
});

test.each(schemes)('everything can be read on all that it stands on in the %s scheme', scheme => {
  const colours = defaultPageColours[scheme];
  const measured = pageContrasts.flatMap(({ colour, on, atLeast }) =>
    on.map(ground => ({ colour, ground, atLeast, contrast: toContrast(colours[colour], colours[ground]) })),
  );
  expect(measured.filter(({ contrast, atLeast }) => contrast < atLeast)).toEqual([]);
});
