import { usePassed } from './use-passed';

const minuteMs = 60_000;

/** How long somebody has waited for the result: the longer, the less the page promises. */
export type Wait = 'fresh' | 'minute' | 'long' | 'overdue';

export function useWait(since: string | null, usualMinutes: number): Wait {
  const isMinute = usePassed(since, minuteMs);
  const isLong = usePassed(since, 5 * minuteMs);
  const isOverdue = usePassed(since, usualMinutes * minuteMs);
  if (isOverdue) return 'overdue';
  if (isLong) return 'long';
  return isMinute ? 'minute' : 'fresh';
}
