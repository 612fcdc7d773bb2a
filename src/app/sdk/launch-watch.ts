const tickMs = 1_000;

const slowAfterMs = 10_000;
const silentAfterMs = 20_000;

/**
 * Tells that a launch is slow, then that it is silent. Only time of a visible page counts: a phone that was put away or
 * slept in the middle of a launch is not told that the frame is dead before the frame had its time. Returns what ends it.
 */
export function watchLaunch({
  isVisible,
  onSlow,
  onSilent,
}: {
  isVisible: () => boolean;
  onSlow: () => void;
  onSilent: () => void;
}): () => void {
  let waitedMs = 0;
  const timer = setInterval(() => {
    if (!isVisible()) return;
    waitedMs += tickMs;
    if (waitedMs === slowAfterMs) onSlow();
    if (waitedMs < silentAfterMs) return;
    clearInterval(timer);
    onSilent();
  }, tickMs);
  return () => clearInterval(timer);
}
