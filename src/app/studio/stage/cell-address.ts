import type { Cell } from './list-cells';

/** Where a cell stands alone. */
export function toCellAddress({ screen, width, scheme, language }: Cell): string {
  const view = new URLSearchParams({
    mode: 'one',
    screen,
    widths: String(width),
    schemes: scheme,
    languages: language,
  });
  return `/studio?${view}`;
}
