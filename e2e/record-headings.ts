export interface Seen {
  /** Headings that could be seen since the page was opened or came back, frame by frame. */
  headings: string[];
  /** The page was kept in the browser's memory while another was shown. */
  isFromMemory: boolean;
}

/** Runs in the page, from its beginning on; what it writes down is at `window.seen`. */
export function recordHeadings(): void {
  const seen: Seen = { headings: [], isFromMemory: false };
  Object.assign(window, { seen });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) Object.assign(seen, { headings: [], isFromMemory: true });
  });
  const look = () => {
    const heading = document.querySelector('h1');
    if (heading?.checkVisibility({ visibilityProperty: true })) seen.headings.push(heading.textContent);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in the page. */
export function readSeen(): Seen {
  return (window as unknown as { seen: Seen }).seen;
}
