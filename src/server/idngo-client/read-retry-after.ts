const longestMs = 60 * 60_000;

/** `Retry-After` (seconds or an HTTP date) in milliseconds from now, an hour at most; undefined where it says neither. */
export function readRetryAfterMs(value: string | null, nowMs: number): number | undefined {
  const text = value?.trim() ?? '';
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : /[A-Za-z]/.test(text) ? Date.parse(text) - nowMs : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), longestMs);
}
