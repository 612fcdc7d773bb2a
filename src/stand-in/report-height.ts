/** Calls `onHeight` with the height of the body in whole pixels, at once and at every change. Returns what ends it. */
export function reportHeight(body: HTMLElement, onHeight: (height: number) => void): () => void {
  let reported = 0;
  const report = () => {
    const height = Math.ceil(body.getBoundingClientRect().height);
    if (height === reported) return;
    reported = height;
    onHeight(height);
  };
  const observer = new ResizeObserver(report);
  observer.observe(body);
  return () => observer.disconnect();
}
