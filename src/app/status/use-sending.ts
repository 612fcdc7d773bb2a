import type { Attempts } from '#contract/documents';
import { usePassed } from './use-passed';

/** Whether the person may send now: as often as they like, a number of times, or only after a moment, ISO 8601. */
export type Sending = { may: 'always' } | { may: 'now'; left: number } | { may: 'later'; at: string };

export function useSending(attempts: Attempts | null): Sending {
  const at = attempts?.nextAt ?? null;
  const hasPassed = usePassed(at, 0);
  if (!attempts || hasPassed) return { may: 'always' };
  return at === null ? { may: 'now', left: attempts.left } : { may: 'later', at };
}
