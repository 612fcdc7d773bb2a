import { expect, test } from 'vitest';
import { previewNames } from '#stand-in/preview-names';
import { firstView, type StudioView } from '../state/studio-view';
import { lacksError, listCells, listScreens } from './list-cells';

const wall: StudioView = { ...firstView, mode: 'wall' };

test('puts every screen on the wall, in each width, language and scheme', () => {
  const cells = listCells({ ...wall, widths: [360, 768], schemes: ['light', 'dark'], languages: ['en', 'ar'] });
  expect(cells).toHaveLength(previewNames.length * 8);
  expect(new Set(cells.map(({ key }) => key)).size).toBe(cells.length);
});

test('keeps to the groups that were chosen', () => {
  expect(listScreens({ ...wall, groups: ['review'] })).toEqual(['review', 'sending-step', 'sending']);
});

test('keeps the frames when another scheme, language or width is chosen', () => {
  const before = listCells({ ...wall, groups: ['review'] });
  const after = listCells({ ...wall, groups: ['review'], schemes: ['dark'], languages: ['kk'], widths: [768] });
  expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
});

test('leaves the frames that there are in their order when a scheme is added', () => {
  const before = listCells(wall).map(({ key }) => key);
  const after = listCells({ ...wall, schemes: ['light', 'dark'] }).map(({ key }) => key);
  expect(after.filter(key => before.includes(key))).toEqual(before);
});

test('shows one screen alone, and one that there is', () => {
  expect(listScreens({ ...firstView, screen: 'approved' })).toEqual(['approved']);
  expect(listScreens({ ...firstView, screen: 'nonsense' })).toEqual(['upload']);
});

test('held in error, shows what went wrong on a screen, and of the wall only what can', () => {
  const error: StudioView = { ...firstView, state: 'error' };
  expect(listScreens({ ...error, screen: 'applicant-data' })).toEqual(['applicant-data-faults']);
  expect(listScreens({ ...error, mode: 'wall', groups: ['start'] })).toEqual([]);
  expect(listScreens({ ...error, mode: 'wall', groups: ['contact'] })).toEqual(['contact-wrong-code']);
});

test('says when a screen cannot be in error', () => {
  expect(lacksError({ ...firstView, state: 'error', screen: 'approved' })).toBe(true);
  expect(lacksError({ ...firstView, state: 'error', screen: 'upload' })).toBe(false);
  expect(lacksError({ ...firstView, state: 'error', screen: 'problem-offline' })).toBe(false);
});
