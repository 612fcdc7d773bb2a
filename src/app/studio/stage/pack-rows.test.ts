import { expect, test } from 'vitest';
import { firstView } from '../state/studio-view';
import { listCells } from './list-cells';
import { packRows, toScale } from './pack-rows';

const wall = (widths: number[]) => listCells({ ...firstView, mode: 'wall', widths });

test('fills a row before the next one, and never runs over', () => {
  const stage = { width: 773, zoom: 'fit', isAlone: false } as const;
  const rows = packRows(wall([360]), stage);
  expect(rows.slice(0, -1).every(row => row.length === 3)).toBe(true);
  for (const row of packRows(wall([360, 768, 1280]), stage)) {
    const used = row.reduce((sum, { cell, scale }) => sum + cell.width * scale, (row.length - 1) * 20);
    expect(used).toBeLessThanOrEqual(773.5);
  }
});

test('gives each cell a row of its own where none has room for two', () => {
  const rows = packRows(wall([1280]), { width: 700, zoom: 1, isAlone: false });
  expect(rows.every(row => row.length === 1)).toBe(true);
});

test('shows one screen life-size where there is room, and smaller where there is not', () => {
  expect(toScale(360, { width: 900, zoom: 'fit', isAlone: true })).toBe(1);
  expect(toScale(1280, { width: 640, zoom: 'fit', isAlone: true })).toBe(0.5);
});

test('keeps to the zoom that was chosen', () => {
  expect(toScale(1280, { width: 640, zoom: 2, isAlone: false })).toBe(2);
});
