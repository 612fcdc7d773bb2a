import { pageLanguages } from '#contract/page-languages';
import { type Direction, directions, type Scheme, schemes } from './cell-address';
import { stateGroups } from './find-state';
import type { GalleryState } from './gallery-state';

export const widths = [360, 768, 1440] as const;
export type Width = (typeof widths)[number];
export const sizes = ['small', 'medium', 'large'] as const;
export type Size = (typeof sizes)[number];

/** What of the wall is to be seen; undefined is all of it, of the direction that of the language. */
export interface Filters {
  group: string | undefined;
  language: string | undefined;
  scheme: Scheme | undefined;
  width: Width | undefined;
  direction: Direction | undefined;
  size: Size;
}

export interface Cell {
  name: string;
  state: GalleryState;
  language: string;
  scheme: Scheme;
  width: Width;
  direction: Direction | undefined;
}

/** In an address `all` is said, so that what is not said is what one wants first. */
export function readFilters(search: string): Filters {
  const asked = new URLSearchParams(search);
  const read = <T>(name: string, known: readonly T[], first: T): T | undefined => {
    const value = asked.get(name);
    if (value === null) return first;
    return known.find(one => String(one) === value);
  };
  return {
    group: stateGroups.find(({ title }) => title === asked.get('group'))?.title,
    language: read('lang', pageLanguages, 'en'),
    scheme: read('scheme', schemes, 'light'),
    width: read('width', widths, 360),
    direction: directions.find(direction => direction === asked.get('dir')),
    size: read('size', sizes, 'medium') ?? 'medium',
  };
}

export function writeFilters({ group, language, scheme, width, direction, size }: Filters): string {
  const said = new URLSearchParams({
    ...(group !== undefined && { group }),
    lang: language ?? 'all',
    scheme: scheme ?? 'all',
    width: String(width ?? 'all'),
    ...(direction && { dir: direction }),
    size,
  });
  return `?${said}`;
}

/** The cells to be seen: of each state every language, of each language every scheme, of each scheme every width. */
export function listCells(filters: Filters): { title: string; cells: Cell[] }[] {
  const choose = <T>(chosen: T | undefined, all: readonly T[]) => (chosen === undefined ? all : [chosen]);
  const { direction } = filters;
  return stateGroups
    .filter(({ title }) => filters.group === undefined || title === filters.group)
    .map(({ title, states }) => ({
      title,
      cells: Object.entries(states).flatMap(([name, state]) =>
        choose(filters.language, pageLanguages).flatMap(language =>
          choose(filters.scheme, schemes).flatMap(scheme =>
            choose(filters.width, widths).map(width => ({ name, state, language, scheme, width, direction })),
          ),
        ),
      ),
    }));
}
