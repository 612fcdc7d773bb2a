import { expect, test } from 'vitest';
import { countAttempts, listSubmissions } from './attempts';
import { type EventKind, foldEvents } from './lifecycle';

const hour = 60 * 60 * 1000;
const noon = Date.parse('2026-11-24T12:00:00Z');
const at = (hoursAgo: number) => new Date(noon - hoursAgo * hour);

function submissionsOf(...kinds: EventKind[]): number[] {
  const events = kinds.map((kind, place) => ({
    key: `event-${place}`,
    kind,
    levelName: 'basic',
    happenedAt: new Date(place),
  }));
  return listSubmissions(foldEvents(events, 'basic').history).map(date => date.getTime());
}

test('counts what a person submits at first, after a request for more, after a reset and after a withdrawal', () => {
  const first: EventKind[] = ['created', 'submitted', 'resubmission-requested', 'submitted'];
  expect(submissionsOf(...first)).toEqual([1, 3]);
  expect(submissionsOf(...first, 'reset', 'submitted')).toEqual([1, 3, 5]);
  expect(submissionsOf('submitted', 'approved', 'resubmission-requested', 'submitted')).toEqual([0, 3]);
});

test('counts no review that IDnGO begins by itself, repeats, or makes longer', () => {
  expect(submissionsOf('submitted', 'submitted')).toEqual([0]);
  expect(submissionsOf('submitted', 'held', 'submitted')).toEqual([0]);
  expect(submissionsOf('submitted', 'approved', 'submitted')).toEqual([0]);
  expect(submissionsOf('submitted', 'rejected', 'submitted')).toEqual([0]);
  expect(submissionsOf('submitted', 'approved', 'rejected', 'submitted')).toEqual([0]);
});

test('says how many are left of the last 24 hours, and when the next one is possible', () => {
  expect(countAttempts([], 3, noon)).toEqual({ left: 3, nextAt: null });
  expect(countAttempts([at(30), at(2)], 3, noon)).toEqual({ left: 2, nextAt: null });
  expect(countAttempts([at(3), at(23), at(1)], 3, noon)).toEqual({ left: 0, nextAt: at(-1) });
  expect(countAttempts([at(24)], 1, noon)).toEqual({ left: 1, nextAt: null });
});

test('where the limit was lowered, waits until enough of them are a day ago', () => {
  expect(countAttempts([at(20), at(10), at(5)], 1, noon)).toEqual({ left: 0, nextAt: at(-19) });
  expect(countAttempts([at(20), at(10), at(5)], 2, noon)).toEqual({ left: 0, nextAt: at(-14) });
});
