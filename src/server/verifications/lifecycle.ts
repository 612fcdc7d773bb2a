import type { ChangedRemedy, VerificationStatus } from '#contract/verification';
import { placeEvents } from './place-events';

/**
 * The only judge of a verification. Its state is a fold over all of its events, sorted by the time they happened, so
 * neither the order of arrival nor repetition can matter, and a late, older event still takes its place.
 */

/** What an event means for a verification. */
export type EventKind =
  | 'created'
  | 'submitted'
  | 'held'
  | 'approved'
  | 'resubmission-requested'
  | 'rejected'
  | 'steps-reset'
  | 'reset'
  | 'level-changed'
  | 'activated'
  | 'deactivated'
  | 'deleted'
  | 'noted';

export interface VerificationEvent {
  /** Identity of the event: two arrivals of one event share it. */
  key: string;
  kind: EventKind;
  /** The level it speaks of; null when it does not say, and then it concerns every level. */
  levelName: string | null;
  happenedAt: Date;
  /**
   * Worked out from an answer of IDnGO where no delivery told of it: `second`, a verdict whose time is known to the
   * second; `later`, something known only to have happened after `happenedAt`. Gives way to the delivery that says it.
   */
  standIn?: StandIn | null;
}

export type StandIn = 'second' | 'later';

export type Standing =
  | { status: Exclude<VerificationStatus, 'changed'>; remedy?: undefined; approvedAt?: undefined; since: Date | null }
  /** `approvedAt`: when the approval that was withdrawn was given; null where that was not written down. */
  | { status: 'changed'; remedy: ChangedRemedy; approvedAt: Date | null; since: Date | null };

/** What an event did to the standing at its place in the history. */
export type Effect = 'changed' | 'same' | 'other-level' | 'superseded';

export interface HistoryEntry {
  key: string;
  kind: EventKind;
  happenedAt: Date;
  effect: Effect;
  standing: Standing;
}

export interface Folded {
  standing: Standing;
  /** The standing as the review alone would have it, without a deactivation, of which a review knows nothing. */
  reviewed: Standing;
  history: HistoryEntry[];
}

interface State {
  standing: Standing;
  /** `lost` until a new submission answers it. */
  approval: 'none' | 'standing' | 'lost';
  /** When the latest approval was given. */
  approvedAt: Date | null;
  /** What an activation goes back to; undefined unless the person is deactivated and nothing happened since. */
  beforeDeactivation?: Standing | undefined;
}

export function foldEvents(events: readonly VerificationEvent[], levelName: string): Folded {
  let state: State = { standing: { status: 'not-started', since: null }, approval: 'none', approvedAt: null };
  const history: HistoryEntry[] = [];
  for (const { event, since, isSuperseded } of placeEvents(events)) {
    const isOurs = concerns(event, levelName);
    const next = isOurs && !isSuperseded ? applyEvent(state, event, since, levelName) : undefined;
    const effect = next ? toEffect(state.standing, next.standing) : isOurs ? 'superseded' : 'other-level';
    if (next) state = next;
    history.push({ key: event.key, kind: event.kind, happenedAt: event.happenedAt, effect, standing: state.standing });
  }
  return { standing: state.standing, reviewed: state.beforeDeactivation ?? state.standing, history };
}

function toEffect(before: Standing, after: Standing): Effect {
  return isSameStanding(before, after) ? 'same' : 'changed';
}

export function isSameStanding(a: Standing, b: Standing): boolean {
  return (
    a.status === b.status &&
    a.remedy === b.remedy &&
    a.since?.getTime() === b.since?.getTime() &&
    a.approvedAt?.getTime() === b.approvedAt?.getTime()
  );
}

/** A level change concerns the level that was left, too; what happens to the person as a whole concerns every level. */
const ofEveryLevel: readonly EventKind[] = ['level-changed', 'activated', 'deactivated', 'deleted'];

export function concerns(event: VerificationEvent, levelName: string): boolean {
  return event.levelName === null || event.levelName === levelName || ofEveryLevel.includes(event.kind);
}

function applyEvent(state: State, event: VerificationEvent, since: Date, levelName: string): State {
  const { standing, approval, approvedAt } = state;
  const enter = (status: Exclude<VerificationStatus, 'changed'>, next = approval): State => ({
    standing: standing.status === status ? standing : { status, since },
    approval: next,
    approvedAt,
  });
  const withdraw = (remedy: ChangedRemedy): State => ({
    standing: standing.remedy === remedy ? standing : { status: 'changed', remedy, since, approvedAt },
    approval: 'lost',
    approvedAt,
  });
  const wasApproved = approval !== 'none';

  switch (event.kind) {
    case 'noted':
      return state;
    case 'created':
      return standing.status === 'not-started' ? enter('in-progress') : state;
    case 'submitted':
      return enter('in-review', approval === 'lost' ? 'none' : approval);
    case 'held':
      return enter('on-hold');
    case 'approved':
      return { ...enter('verified', 'standing'), approvedAt: standing.status === 'verified' ? approvedAt : since };
    case 'resubmission-requested':
      // Each request names other documents, so a repeated one is news: it begins anew.
      return wasApproved
        ? { standing: { status: 'changed', remedy: 'resubmit', since, approvedAt }, approval: 'lost', approvedAt }
        : { standing: { status: 'action-needed', since }, approval, approvedAt };
    case 'rejected':
      return wasApproved ? withdraw('contact') : enter('not-verified');
    case 'steps-reset':
      return wasApproved ? withdraw('start-again') : enter('in-progress');
    case 'reset':
      if (wasApproved) return withdraw('start-again');
      // Concluded from `init`, it says nothing against somebody who is sending: it may have been a reset of steps.
      if (event.standIn && standing.status === 'in-progress') return state;
      // Nothing of what was sent counts any more [S].
      return enter('not-started');
    case 'level-changed':
      if (wasApproved) return withdraw('start-again');
      return enter(event.levelName === levelName ? 'in-progress' : 'not-started');
    case 'deactivated': {
      const beforeDeactivation = state.beforeDeactivation ?? standing;
      return { ...(wasApproved ? withdraw('contact') : enter('not-verified')), beforeDeactivation };
    }
    case 'activated': {
      const before = state.beforeDeactivation;
      if (!before) return state;
      return wasApproved || before.status === 'changed' ? withdraw('start-again') : enter(before.status);
    }
    case 'deleted':
      return wasApproved ? withdraw('contact') : enter('not-started');
  }
}
