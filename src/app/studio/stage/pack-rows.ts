import type { Cell } from './list-cells';

export const gap = 20;

export interface PlacedCell {
  readonly cell: Cell;
  readonly scale: number;
}

interface Stage {
  /** What there is to fill, in CSS pixels. */
  readonly width: number;
  readonly zoom: number | 'fit';
  /** One screen fills the stage where it can, cells of a wall share it. */
  readonly isAlone: boolean;
}

/** Lays cells in rows, as text flows. */
export function packRows(cells: readonly Cell[], stage: Stage): PlacedCell[][] {
  const rows: PlacedCell[][] = [];
  let room = 0;
  for (const cell of cells) {
    const scale = toScale(cell.width, stage);
    const needed = cell.width * scale;
    const row = rows.at(-1);
    // Sums of fractions: half a pixel more is still the same row.
    if (row && needed <= room + 0.5) {
      row.push({ cell, scale });
    } else {
      rows.push([{ cell, scale }]);
      room = stage.width;
    }
    room -= needed + gap;
  }
  return rows;
}

/** The scale of a preview of `width`; fitted, as many columns as are still easy to read, and never larger than life. */
export function toScale(width: number, { width: available, zoom, isAlone }: Stage): number {
  if (zoom !== 'fit') return zoom;
  const wished = isAlone ? width : readableWidth(width);
  const columns = Math.max(1, Math.floor((available + gap) / (wished + gap)));
  return Math.min(1, (available - gap * (columns - 1)) / columns / width);
}

function readableWidth(width: number): number {
  if (width <= 480) return 224;
  return width <= 900 ? 400 : 560;
}
