const maxRestarts = 5;
const windowMs = 60_000;

/** Answers whether one more restart is allowed now: five in a minute. */
export function createRestartLimit(now: () => number): () => boolean {
  let restarts: number[] = [];
  return () => {
    restarts = restarts.filter(at => now() - at < windowMs);
    if (restarts.length >= maxRestarts) return false;
    restarts.push(now());
    return true;
  };
}
