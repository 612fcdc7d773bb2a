import { expect, test } from 'vitest';
import { previewNames } from './preview-names';
import { previewOnlyScreens } from './preview-only/preview-only-page';
import { previews } from './previews';

test('names every screen that a preview can show, once', () => {
  const shown = [...Object.keys(previews), ...Object.keys(previewOnlyScreens)];
  expect([...previewNames].sort()).toEqual(shown.sort());
});
