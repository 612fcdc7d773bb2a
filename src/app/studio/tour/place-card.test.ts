import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeCard, placeRing } from './place-card';

const card = { width: 320, height: 200 };
const view = { width: 1280, height: 800 };

test('a card stands beside a pane, under a bar, and within what fills the window', () => {
  expect(placeCard({ left: 0, top: 52, right: 316, bottom: 800 }, card, view)).toEqual({ left: 332, top: 84 });
  expect(placeCard({ left: 972, top: 52, right: 1280, bottom: 800 }, card, view)).toEqual({ left: 636, top: 84 });
  expect(placeCard({ left: 400, top: 10, right: 1266, bottom: 42 }, card, view)).toEqual({ left: 944, top: 58 });
  expect(placeCard({ left: 0, top: 52, right: 1280, bottom: 800 }, card, view)).toEqual({ left: 480, top: 568 });
});

test('a card is never outside of the window', () => {
  const edge = fc.integer({ min: -500, max: 2500 });
  fc.assert(
    fc.property(edge, edge, edge, edge, (left, top, width, height) => {
      const target = { left, top, right: left + Math.abs(width), bottom: top + Math.abs(height) };
      const placed = placeCard(target, card, view);
      expect(placed.left).toBeGreaterThanOrEqual(0);
      expect(placed.top).toBeGreaterThanOrEqual(0);
      expect(placed.left + card.width).toBeLessThanOrEqual(view.width);
      expect(placed.top + card.height).toBeLessThanOrEqual(view.height);
    }),
  );
});

test('a ring lies around buttons, and within the edges of a pane', () => {
  expect(placeRing({ left: 760, top: 10, right: 1266, bottom: 42 }, view)).toEqual({
    left: 754,
    top: 4,
    right: 1272,
    bottom: 48,
  });
  expect(placeRing({ left: 0, top: 52, right: 316, bottom: 800 }, view)).toEqual({
    left: 3,
    top: 55,
    right: 313,
    bottom: 797,
  });
});
