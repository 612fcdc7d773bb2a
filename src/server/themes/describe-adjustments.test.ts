import { expect, test } from 'vitest';
import { defaultTheme } from '#theming/default-theme';
import { makeReadable } from '#theming/make-readable';
import { describeAdjustments } from './describe-adjustments';

test('names the colour, its contrast, and what is used instead', () => {
  const light = { ...defaultTheme.light, accent: '#ffd400', mutedText: '#aaaaaa' };
  const lines = describeAdjustments(makeReadable({ ...defaultTheme, light }).adjustments);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(
    /^THEME_FILE: light\.mutedText #aaaaaa has a contrast of 2\.3 : 1 on the surface, .* so #[0-9a-f]{6} is used$/,
  );
  expect(lines[1]).toContain('light.onAccent #ffffff has a contrast of 1.4 : 1 on the accent');
});

test('has nothing to say of the default theme', () => {
  expect(describeAdjustments(makeReadable(defaultTheme).adjustments)).toEqual([]);
});
