import { useEffect, useRef, useState } from 'react';
import { toCellAddress } from './cell-address';
import type { Cell, Filters, Size, Width } from './filters';
import { watchNearness } from './watch-nearness';

const heights: Record<Width, number> = { 360: 740, 768: 1024, 1440: 900 };
const scales: Record<Size, Record<Width, number>> = {
  small: { 360: 0.5, 768: 0.35, 1440: 0.25 },
  medium: { 360: 0.74, 768: 0.5, 1440: 0.45 },
  large: { 360: 1, 768: 1, 1440: 1 },
};

/** One state as it is, behind a link to it. What is far from the screen is not there. */
export function CellFrame({ cell, filters, available }: { cell: Cell; filters: Filters; available: number }) {
  const item = useRef<HTMLLIElement>(null);
  const [isNear, setIsNear] = useState(false);
  const [contentHeight, setContentHeight] = useState(0);
  useEffect(() => (item.current ? watchNearness(item.current, setIsNear) : undefined), []);

  const { width, state, language, scheme } = cell;
  const height = Math.max(heights[width], contentHeight);
  const scale = Math.min(scales[filters.size][width], available / width);
  const address = toCellAddress(cell);
  // Only what tells it from its neighbours.
  const told = (['language', 'scheme', 'width'] as const).flatMap(name =>
    filters[name] === undefined ? [cell[name]] : [],
  );
  return (
    <li ref={item} className="cell" style={{ inlineSize: width * scale }}>
      <div className="cell-caption">
        <a href={address}>{state.title}</a>
        <span>{told.join(' ')}</span>
      </div>
      <div className="cell-stage" style={{ blockSize: height * scale }}>
        {isNear && (
          <iframe
            key={address}
            inert
            title={`${state.title}: ${language}, ${scheme}, ${width} px`}
            src={address}
            style={{ inlineSize: width, blockSize: height, scale: String(scale) }}
            onLoad={event => whenShown(event.currentTarget, setContentHeight)}
          />
        )}
      </div>
    </li>
  );
}

/** The height of the content is known once the state is there. */
function whenShown(frame: HTMLIFrameElement, onHeight: (height: number) => void): void {
  const root = frame.contentDocument?.documentElement;
  if (!root) return;
  const read = () => root.dataset.cell === 'shown' && onHeight(root.scrollHeight);
  if (!read()) new MutationObserver(read).observe(root, { attributes: true });
}
