const lookIntervalMs = 10_000;
/** Longer than a busy page is ever late. */
const gapMs = 30_000;

/** Notices that the device slept, by time that is missing; only while visible, since timers of hidden pages are throttled. */
export function watchSleep({
  now,
  isVisible,
  onWake,
}: {
  now: () => number;
  isVisible: () => boolean;
  onWake: () => void;
}): () => void {
  let last = now();
  let wasVisible = isVisible();
  const timer = setInterval(() => {
    const isGap = now() - last > gapMs;
    const [before, after] = [wasVisible, isVisible()];
    last = now();
    wasVisible = after;
    if (isGap && before && after) onWake();
  }, lookIntervalMs);
  return () => clearInterval(timer);
}
