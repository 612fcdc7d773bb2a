import type { EventKind, VerificationEvent } from './lifecycle';

/** Among events of one millisecond the one that grants less comes later. */
const rank: Record<EventKind, number> = {
  created: 0,
  noted: 1,
  submitted: 2,
  approved: 3,
  activated: 4,
  held: 5,
  'resubmission-requested': 6,
  rejected: 7,
  'steps-reset': 8,
  reset: 9,
  'level-changed': 10,
  deactivated: 11,
  deleted: 12,
};

interface Placed {
  event: VerificationEvent;
  /** Where it stands in the order; fractions of a millisecond come between two. */
  at: number;
  since: Date;
  isSuperseded: boolean;
}

/**
 * Each event once, in the order in which they happened, whatever the order in which they came to be known. Of a stand-in
 * and the delivery that says the same only the delivery counts.
 */
export function placeEvents(events: readonly VerificationEvent[]): Placed[] {
  const once = [...new Map(events.map(event => [event.key, event])).values()];
  return once
    .map((event): Placed => {
      if (event.standIn) {
        const isSuperseded = once.some(other => supersedes(other, event));
        return { event, at: toPlace(event, once), since: event.happenedAt, isSuperseded };
      }
      // Otherwise a verdict that was asked for would be news a second time when its delivery arrives.
      const told = once.find(other => other.standIn === 'second' && supersedes(event, other));
      return { event, at: event.happenedAt.getTime(), since: (told ?? event).happenedAt, isSuperseded: false };
    })
    .sort((a, b) => a.at - b.at || compareInPlace(a.event, b.event));
}

function compareInPlace(a: VerificationEvent, b: VerificationEvent): number {
  return rank[a.kind] - rank[b.kind] || (a.key < b.key ? -1 : 1);
}

const precursors: readonly EventKind[] = ['created', 'submitted', 'held', 'noted'];

/** What leads to a verdict and happened in its second happened before it, whenever it is heard of. */
function toPlace({ standIn, happenedAt }: VerificationEvent, events: readonly VerificationEvent[]): number {
  const at = happenedAt.getTime();
  if (standIn !== 'second') return at;
  const before = events.filter(({ kind, ...other }) => precursors.includes(kind) && isSameSecond(other.happenedAt, at));
  return Math.max(at, ...before.map(other => other.happenedAt.getTime() + 0.5));
}

function isSameSecond(date: Date, ms: number): boolean {
  return Math.floor(date.getTime() / 1000) === Math.floor(ms / 1000);
}

/** How much later than the second of a review the delivery that tells of it can be dated, in milliseconds. */
export const reviewSlackMs = 2_000;

/** Whether the delivery says what the other event stands in for. */
function supersedes(delivery: VerificationEvent, standIn: VerificationEvent): boolean {
  if (delivery.standIn || !isSaidBy(delivery, standIn)) return false;
  const from = standIn.happenedAt.getTime();
  const at = delivery.happenedAt.getTime();
  return from <= at && (standIn.standIn === 'later' || at < Math.floor(from / 1000) * 1000 + reviewSlackMs);
}

/** After a reset of steps or a level change a review is as after a whole reset, so that can be all that is seen of them. */
const seenAsReset: readonly EventKind[] = ['steps-reset', 'level-changed'];

function isSaidBy(delivery: VerificationEvent, { kind, levelName }: VerificationEvent): boolean {
  const isKind = delivery.kind === kind || (kind === 'reset' && seenAsReset.includes(delivery.kind));
  return isKind && (delivery.levelName === null || levelName === null || delivery.levelName === levelName);
}
