import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useStudioState } from '../state/use-studio';
import { CompareCell, toBefore } from './compare-cell';
import { type Cell, isAlone, listCells, type Side } from './list-cells';
import { gap, type PlacedCell, packRows } from './pack-rows';
import { PreviewCell } from './preview-cell';
import { useWidth } from './use-width';

const captionPx = 26;
const usualHeight = 720;

/**
 * All that the view asks for, in rows; only what is near to what is looked at exists. Cells lie beside each other in the
 * document, whatever row they are in: a frame that is moved there would be loaded anew.
 */
export function Wall({ sides, picks }: { sides: readonly Side[]; picks: boolean }) {
  const view = useStudioState(state => state.view);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const rows = useMemo(() => {
    const stage = { width, zoom: view.zoom, isAlone: isAlone(view) };
    return width === 0 ? [] : packRows(listCells(view, sides), stage);
  }, [view, sides, width]);

  const isSplit = view.mode === 'compare' && view.compare === 'slider';
  const known = (cell: Cell) => heights.get(cell.key) ?? usualHeight;
  const heightOf = (cell: Cell) => (isSplit ? Math.max(known(cell), known(toBefore(cell))) : known(cell));
  const heightOfRow = (row: readonly PlacedCell[]) =>
    captionPx + gap + Math.max(0, ...row.map(({ cell, scale }) => heightOf(cell) * scale));
  const remember = useCallback(
    (key: string, height: number) => setHeights(before => new Map(before).set(key, height)),
    [],
  );

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: at => heightOfRow(rows[at] ?? []),
    overscan: 1,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the sizes of rows follow from
  useLayoutEffect(() => virtual.measure(), [virtual, rows, heights]);

  return (
    <div className="stage-scroller" ref={scroller}>
      <div className="stage-wall" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().flatMap(({ index, start }) =>
          place(rows[index] ?? [], isAlone(view) ? width : undefined).map(({ cell, ...at }) => {
            const drawn = { ...at, cell, top: start, height: heightOf(cell), onHeight: remember };
            return isSplit ? (
              <CompareCell key={`${cell.key} split`} {...drawn} />
            ) : (
              <PreviewCell key={cell.key} {...drawn} picks={picks} />
            );
          }),
        )}
      </div>
    </div>
  );
}

/** Beside each other, in the middle of `width` where one is given. */
function place(row: readonly PlacedCell[], width: number | undefined): (PlacedCell & { left: number })[] {
  const used = row.reduce((sum, { cell, scale }) => sum + cell.width * scale + gap, -gap);
  let left = width === undefined ? 0 : Math.max(0, (width - used) / 2);
  return row.map(({ cell, scale }) => {
    const placed = { cell, scale, left };
    left += cell.width * scale + gap;
    return placed;
  });
}
