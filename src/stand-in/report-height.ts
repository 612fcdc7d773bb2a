/** Calls `onHeight` with the height of an element in whole pixels, at once and at every change. Returns what ends it. */
export function reportHeight(element: HTMLElement, onHeight: (height: number) => void): () => void {
  let reported = 0;
  const report = () => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height === reported) return;
    reported = height;
    onHeight(height);
  };
  const observer = new ResizeObserver(report);
  observer.observe(element);
  return () => observer.disconnect();
}
