import { hasSomethingToSend } from '#contract/something-to-send';
import type { HistoryEntry } from './lifecycle';

export interface Attempts {
  /** How often the person may still submit. */
  left: number;
  /** When they may again, where none is left. */
  nextAt: Date | null;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * When the person submitted: IDnGO began to review what they had to send. A review that it begins by itself, of somebody
 * who had nothing to do, is no attempt of theirs.
 */
export function listSubmissions(history: readonly HistoryEntry[]): Date[] {
  return history.flatMap(({ kind, effect, happenedAt }, place) => {
    const before = history[place - 1]?.standing ?? { status: 'not-started' as const };
    return kind === 'submitted' && effect === 'changed' && hasSomethingToSend(before) ? [happenedAt] : [];
  });
}

/** `perDay` in any 24 hours, whatever the time zone: nobody has twice as many around midnight. */
export function countAttempts(submissions: readonly Date[], perDay: number, now: number): Attempts {
  const recent = submissions.map(date => date.getTime()).filter(at => at > now - dayMs);
  const left = Math.max(0, perDay - recent.length);
  const oldestThatCounts = recent.sort((a, b) => a - b).at(-perDay);
  if (left > 0 || oldestThatCounts === undefined) return { left, nextAt: null };
  return { left, nextAt: new Date(oldestThatCounts + dayMs) };
}
