import { type ReactNode, useState } from 'react';

const pageLength = 20;

interface NewestFirstProps<TItem> {
  items: readonly TItem[];
  renderItem: (item: TItem) => ReactNode;
  keyOf?: (item: TItem) => string;
  className?: string;
}

/** A log that shows its head and, when asked, more of it. Its rows hold no state of their own unless `keyOf` names them. */
export function NewestFirst<TItem>({ items, renderItem, keyOf, className = 'entry' }: NewestFirstProps<TItem>) {
  const [length, setLength] = useState(pageLength);
  return (
    <>
      <ul>
        {items.slice(0, length).map((item, index) => (
          <li className={className} key={keyOf?.(item) ?? items.length - index}>
            {renderItem(item)}
          </li>
        ))}
      </ul>
      {items.length > length && (
        <button type="button" className="older" onClick={() => setLength(length + pageLength)}>
          Show older ({items.length - length})
        </button>
      )}
    </>
  );
}
