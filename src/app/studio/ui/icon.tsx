/** Drawn on a grid of 16 with one stroke; always beside a word or a label. */
const paths = {
  undo: 'M5.5 3 2.5 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H7',
  redo: 'M10.5 3l3 3-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H9',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  close: 'm4 4 8 8m0-8-8 8',
  chevron: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  back: 'm9.5 4.5-3.5 3.5 3.5 3.5',
  forward: 'm6.5 4.5 3.5 3.5-3.5 3.5',
  tick: 'm3.5 8.5 3 3 6-7',
  reset: 'M3 8a5 5 0 1 0 1.6-3.7M3 3v2.6h2.6',
  pick: 'm3 3 4 10.2 1.7-4.5L13.2 7z',
  pin: 'M6 2.5h4l-.6 4 2.1 2.3h-7l2.1-2.3zM8 8.8v4.7',
  dropper: 'm9 4 3 3M10.2 2.8a1.5 1.5 0 0 1 3 3L11.6 7.4 8.6 4.4zM9.3 5.7 4 11l-.8 2.2.1-.1L5.5 12l5-5',
  search: 'M7 11.5a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9ZM10.5 10.5l3 3',
  settings: 'M2.5 5h4m3 0h4M2.5 11h2m3 0h6M8 3.2v3.6M6 9.2v3.6',
  list: 'M5.5 4h8m-8 4h8m-8 4h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  start: 'M2.5 3h11v10h-11zM6.5 3v10',
  end: 'M2.5 3h11v10h-11zM9.5 3v10',
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="ui-icon" viewBox="0 0 16 16" aria-hidden="true" data-icon={name}>
      <path d={paths[name]} />
    </svg>
  );
}
