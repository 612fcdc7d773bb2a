/**
 * Calls `onRadius` when the host's own styles round the body's corners, at once or as soon as its stylesheet is there:
 * only the host can cut the corners off the frame.
 */
export function reportBorderRadius(document: Document, onRadius: (radius: string) => void): void {
  let reported: string | undefined;
  const report = () => {
    const { borderRadius } = getComputedStyle(document.body);
    if (borderRadius === '' || borderRadius === '0px' || borderRadius === reported) return;
    reported = borderRadius;
    onRadius(borderRadius);
  };
  report();
  document.head.addEventListener('load', report, { capture: true });
}
