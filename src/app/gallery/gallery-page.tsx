import { useEffect, useRef, useState } from 'react';
import { ProductMark } from '../ui/door';
import { CellFrame } from './cell-frame';
import { FilterBar } from './filter-bar';
import { listCells, writeFilters } from './filters';
import { useFilters } from './use-filters';

/** Every state of the app on one wall, each the app itself in a frame of its own. */
export function GalleryPage() {
  const [filters, choose] = useFilters();
  const [wall, available] = useWidth();
  const groups = listCells(filters);
  const count = groups.reduce((sum, { cells }) => sum + cells.length, 0);
  return (
    <div className="gallery">
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="gallery-header">
        <div className="gallery-head">
          <ProductMark />
          <h1>Gallery</h1>
          <p role="status">{count === 1 ? '1 cell' : `${count} cells`}</p>
        </div>
        <FilterBar filters={filters} onChoose={choose} />
      </header>
      <main id="main" tabIndex={-1} className="gallery-wall" ref={wall}>
        <p className="note">
          Every state of the app, drawn by the app itself from fixed data. A cell leads to the state at full size, where
          it can be tried; nothing that is pressed there reaches anybody.
        </p>
        {available > 0 &&
          groups.map(({ title, cells }) => (
            <section key={title} aria-label={title}>
              <h2>{title}</h2>
              <ul className="cells">
                {cells.map(cell => (
                  <CellFrame
                    key={`${cell.name} ${cell.width} ${writeFilters({ ...filters, ...cell })}`}
                    cell={cell}
                    filters={filters}
                    available={available}
                  />
                ))}
              </ul>
            </section>
          ))}
      </main>
    </div>
  );
}

/** How wide a cell can be. */
function useWidth() {
  const element = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width] as const;
}
