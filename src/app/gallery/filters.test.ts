import { expect, test } from 'vitest';
import { pageLanguages } from '#contract/page-languages';
import { listCells, readFilters, writeFilters } from './filters';
import { stateGroups } from './find-state';

const countOf = (search: string) => listCells(readFilters(search)).flatMap(({ cells }) => cells).length;
const names = stateGroups.flatMap(({ states }) => Object.keys(states));

test('shows every state once at first, and every combination where all is asked for', () => {
  expect(countOf('')).toBe(names.length);
  expect(countOf('?lang=all&scheme=all&width=all')).toBe(names.length * pageLanguages.length * 2 * 3);
});

test('shows one group alone', () => {
  expect(listCells(readFilters('?group=Verify')).map(({ title }) => title)).toEqual(['Verify']);
});

test('filters are read as they were written', () => {
  for (const search of ['', '?group=Start&lang=ar&scheme=dark&width=1440&dir=ltr&size=large', '?lang=all&width=all']) {
    const filters = readFilters(search);
    expect(readFilters(writeFilters(filters))).toEqual(filters);
  }
});

test('no two states have one address', () => {
  expect(new Set(names).size).toBe(names.length);
});
