import { expect, test } from 'vitest';
import { previewNames } from '#stand-in/preview-names';
import { firstView } from '../state/studio-view';
import { listPictures, placeOnSheet } from './list-pictures';

test('the picture has every screen in every variant of the wall', () => {
  const view = { ...firstView, widths: [360, 768], schemes: ['light', 'dark'] as const, languages: ['en', 'ar'] };
  expect(listPictures(view)).toHaveLength(previewNames.length * 8);
  expect(listPictures({ ...view, groups: ['start'] }).map(({ screen }) => screen)).toEqual([
    ...Array(8).fill('loading'),
    ...Array(8).fill('welcome'),
    ...Array(8).fill('welcome-phone'),
  ]);
});

test('places what it is given in rows without overlap', () => {
  const sizes = [
    { width: 100, height: 50 },
    { width: 100, height: 80 },
    { width: 250, height: 20 },
  ];
  const { places, sheet } = placeOnSheet(sizes, 10, 260);
  expect(places.map(({ x, y }) => [x, y])).toEqual([
    [10, 10],
    [120, 10],
    [10, 100],
  ]);
  expect(sheet).toEqual({ width: 270, height: 130 });
});
