const mostPx = 6000;

/** Calls `onHeight` with the height of a page's content, at its first and at every other. Returns what ends it. */
export function followHeight(page: Window, onHeight: (height: number) => void): () => void {
  const { document } = page;
  let reported = 0;
  const { ResizeObserver } = page as Window & typeof globalThis;
  const observer = new ResizeObserver(() => {
    if (!document.getElementById('frame')?.hasChildNodes()) return;
    // A sheet that adds to the height of its window would grow with every answer.
    const height = Math.min(mostPx, Math.ceil(document.body.getBoundingClientRect().height));
    if (height === reported || height === 0) return;
    reported = height;
    onHeight(height);
  });
  observer.observe(document.body);
  return () => observer.disconnect();
}
