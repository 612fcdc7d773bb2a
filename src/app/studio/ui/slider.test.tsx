import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ShapeSettings } from '../settings/shape-settings';
import { renderStudio } from '../testing/render-studio';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const radius = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Radius' });

function open() {
  const { studio } = renderStudio(<ShapeSettings />);
  const countSteps = () => studio.store.getState().history.steps.length;
  const stroke = (key: string) => {
    fireEvent.keyDown(radius(), { key });
    fireEvent.keyUp(radius(), { key });
  };
  act(() => radius().focus());
  return { studio, countSteps, stroke };
}

test('strokes that follow each other are one step, and one after a pause is the next', () => {
  const { studio, countSteps, stroke } = open();
  for (let at = 0; at < 5; at++) {
    stroke('ArrowRight');
    act(() => vi.advanceTimersByTime(300));
  }
  expect([studio.readTheme().controlRadius, countSteps()]).toEqual([9, 2]);
  act(() => vi.advanceTimersByTime(1_000));
  stroke('ArrowRight');
  expect([studio.readTheme().controlRadius, countSteps()]).toEqual([10, 3]);
});

test('a burst is over when the slider is left', () => {
  const { countSteps, stroke } = open();
  stroke('ArrowRight');
  act(() => radius().blur());
  act(() => radius().focus());
  stroke('ArrowRight');
  expect(countSteps()).toBe(3);
});

test('Escape in a drag gives back what was before it, and the rest of the drag does nothing', () => {
  const { studio, countSteps, stroke } = open();
  stroke('ArrowRight');
  const before = studio.readTheme();
  const thumb = radius().closest('.ui-slider-thumb');
  if (!thumb) throw new Error('The slider has no thumb');
  const track = thumb.parentElement as HTMLElement;
  vi.spyOn(track, 'offsetWidth', 'get').mockReturnValue(400);
  vi.spyOn(track, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 400, 24));
  const at = (pageX: number) => ({ pointerId: 1, pointerType: 'mouse', button: 0, clientX: pageX, pageX, pageY: 12 });
  fireEvent.pointerDown(thumb, at(50));
  fireEvent.pointerMove(window, at(150));
  expect(studio.readTheme().controlRadius).toBe(15);
  fireEvent.keyDown(radius(), { key: 'Escape' });
  expect(studio.readTheme()).toBe(before);
  fireEvent.pointerMove(window, at(250));
  fireEvent.pointerUp(window, at(250));
  expect([studio.readTheme(), countSteps()]).toEqual([before, 2]);
});
