import { createHash } from 'node:crypto';
import type { Review } from '#idngo/review';
import { readTimestamp } from '#idngo/webhook';
import { concerns, type EventKind, foldEvents, type StandIn, type Standing, type VerificationEvent } from './lifecycle';
import { isName } from './names';
import { placeEvents, reviewSlackMs } from './place-events';
import { toVerdictKind } from './translate-webhook';

/**
 * What an answer to a status check means beside what was known before the question was asked. `missing`: something
 * happened of which no delivery told. `unknown-there`: they do not know somebody about whom they have told us much.
 */
export type TranslatedReview =
  | { outcome: 'agreed' | 'not-started' | 'unknown-there' }
  | { outcome: 'missing'; event: VerificationEvent };

export interface KnownPerson {
  externalUserId: string;
  levelName: string;
  /** All of the person's events, as they were before the question was asked. */
  events: readonly VerificationEvent[];
}

/**
 * The same where deliveries arrived while the question was on its way: what they told meanwhile is missing no more, and
 * what they told beyond the answer does not move what the answer says.
 */
export function translateLate(
  review: Review | undefined,
  before: KnownPerson,
  eventsNow: readonly VerificationEvent[],
): TranslatedReview {
  const translated = translateReview(review, before);
  if (translated.outcome !== 'missing') return translated;
  const { event } = translated;
  const isTold =
    eventsNow.some(({ key }) => key === event.key) ||
    placeEvents([...eventsNow, event]).some(placed => placed.event === event && placed.isSuperseded) ||
    translateReview(review, { ...before, events: eventsNow }).outcome !== 'missing';
  return isTold ? agreed : translated;
}

const agreed: TranslatedReview = { outcome: 'agreed' };

/**
 * Compares a review with what is known; `review` is undefined where IDnGO does not know the person (404), which means
 * not started. Our clock is never used: what happened is dated by the answer, or else just after what is known.
 */
export function translateReview(review: Review | undefined, person: KnownPerson): TranslatedReview {
  const folded = foldEvents(person.events, person.levelName);
  if (!review) return translateAbsence(folded.standing, person);
  if (review.levelName !== undefined && review.levelName !== person.levelName) {
    if (!isName(review.levelName)) return agreed;
    return translateOtherLevel(review, review.levelName, folded.standing, person);
  }
  switch (review.reviewStatus) {
    case 'completed':
      return translateVerdict(review, folded.reviewed, person);
    case 'pending':
    case 'prechecked':
    case 'queued':
    case 'awaitingService':
      return folded.reviewed.status === 'in-review' ? agreed : tell('submitted', review, person);
    case 'onHold':
      return folded.reviewed.status === 'on-hold' ? agreed : tell('held', review, person);
    case 'init':
      return translateInit(review, folded.reviewed, person);
    // The person is waited for, which is no news to us; or a value that nobody has documented.
    case 'awaitingUser':
    case undefined:
      return agreed;
  }
}

/** Takes nothing from anybody who was ever approved: a token of the wrong environment knows nobody. */
function translateAbsence({ status }: Standing, person: KnownPerson): TranslatedReview {
  switch (status) {
    case 'not-started':
      return { outcome: 'not-started' };
    case 'verified':
    case 'not-verified':
    case 'changed':
      return { outcome: 'unknown-there' };
    case 'in-progress':
    case 'in-review':
    case 'on-hold':
    case 'action-needed': {
      if (person.events.some(({ kind }) => kind === 'approved')) return { outcome: 'unknown-there' };
      return toMissing('deleted', justAfter(listOwn(person)) ?? 0, 'later', { ...person, levelName: null });
    }
  }
}

/** They moved to another level: after the last we know of them at ours, and before the first we know of them there. */
function translateOtherLevel(
  review: Review,
  otherLevel: string,
  { status }: Standing,
  person: KnownPerson,
): TranslatedReview {
  const ours = listOwn(person).filter(({ levelName }) => levelName !== otherLevel);
  if (status === 'not-started' || ours.length === 0) return agreed;
  const leftAt = justAfter(ours) ?? 0;
  const there = person.events.filter(({ levelName, happenedAt }) => {
    return levelName === otherLevel && happenedAt.getTime() >= leftAt;
  });
  if (there.some(({ kind }) => kind === 'level-changed')) return agreed;
  const arrivedBy = Math.min(...there.map(({ happenedAt }) => happenedAt.getTime() - 1));
  const at = Math.max(leftAt, Math.min(arrivedBy, readTimestamp(review.createDate)?.getTime() ?? leftAt));
  return toMissing('level-changed', at, 'later', { ...person, levelName: otherLevel });
}

/** `init` also follows a request for more, so it contradicts nothing that waits for the person [S]. */
function translateInit(review: Review, { status }: Standing, person: KnownPerson): TranslatedReview {
  switch (status) {
    case 'in-progress':
    case 'action-needed':
    case 'changed':
      return agreed;
    case 'not-started':
      // A whole reset leads there as well, and leaves `init` [S].
      return listOwn(person).at(-1)?.kind === 'reset' ? agreed : tell('created', review, person);
    case 'in-review':
    case 'on-hold':
    case 'verified':
    case 'not-verified':
      // Of the resets the one that claims least: `init` does not say whether anything that was sent still counts.
      return tell('reset', review, person);
  }
}

function translateVerdict(review: Review, reviewed: Standing, person: KnownPerson): TranslatedReview {
  const kind = toVerdictKind({ reviewStatus: 'completed', reviewResult: review.reviewResult });
  if (!isVerdict(kind)) return agreed;
  const reviewedAt = readSecond(review.reviewDate);
  if (reviewedAt === undefined) return says(reviewed, kind) ? agreed : tell(kind, review, person);
  const own = listOwn(person);
  const inThatSecond = own.filter(event => isAt(event, reviewedAt, 1_000));
  // What else happened in that second was before the verdict, or the review would not be completed any more.
  const known =
    inThatSecond.at(-1) ?? own.findLast(event => isVerdict(event.kind) && isAt(event, reviewedAt, reviewSlackMs));
  if (known?.kind !== kind) {
    const at = Math.max(reviewedAt, ...inThatSecond.map(event => event.happenedAt.getTime() + 1));
    return toMissing(kind, Math.min(at, reviewedAt + 999), 'second', person);
  }
  // Nothing but our own conclusions from earlier answers stands against it.
  const later = own.slice(own.indexOf(known) + 1);
  const isUndone = later.length > 0 && later.every(event => event.standIn === 'later');
  return isUndone && !says(reviewed, kind) ? toMissing(kind, justAfter(own) ?? 0, 'later', person) : agreed;
}

type VerdictKind = 'approved' | 'resubmission-requested' | 'rejected';

function isVerdict(kind: EventKind): kind is VerdictKind {
  return kind === 'approved' || kind === 'resubmission-requested' || kind === 'rejected';
}

/** Whether this is what a person is told after the verdict. */
function says(standing: Standing, verdict: VerdictKind): boolean {
  switch (standing.status) {
    case 'verified':
      return verdict === 'approved';
    case 'action-needed':
      return verdict === 'resubmission-requested';
    case 'not-verified':
      return verdict === 'rejected';
    case 'changed':
      return verdict === (standing.remedy === 'resubmit' ? 'resubmission-requested' : 'rejected');
    default:
      return false;
  }
}

/**
 * What a review tells of the level, in order: without what another level, a note or a switched presence says, of which it
 * knows nothing.
 */
function listOwn({ events, levelName }: KnownPerson): VerificationEvent[] {
  return placeEvents(events).flatMap(({ event, isSuperseded }) =>
    !isSuperseded && concerns(event, levelName) && !unseen.includes(event.kind) ? [event] : [],
  );
}

const unseen: readonly EventKind[] = ['noted', 'activated', 'deactivated'];

/** Just after all that is known, or when the answer itself says that it cannot have been earlier. */
function tell(kind: EventKind, review: Review, person: KnownPerson): TranslatedReview {
  const own = listOwn(person);
  const reviewedAt = readSecond(review.reviewDate);
  const isTold = reviewedAt === undefined || own.some(event => isVerdict(event.kind) && isAt(event, reviewedAt, 1_000));
  // The verdict of an earlier round, which nobody told us of either, lies somewhere in its second.
  const afterVerdict = isTold ? 0 : reviewedAt + 999;
  const at = Math.max(justAfter(own) ?? 0, readTimestamp(review.createDate)?.getTime() ?? 0, afterVerdict);
  return at === 0 ? agreed : toMissing(kind, at, 'later', person);
}

function toMissing(
  kind: EventKind,
  at: number,
  standIn: StandIn,
  { externalUserId, levelName }: { externalUserId: string; levelName: string | null },
): TranslatedReview {
  const happenedAt = new Date(at);
  const said = JSON.stringify(['answer', externalUserId, kind, levelName, happenedAt.toISOString(), standIn]);
  const key = createHash('sha256').update(said).digest('hex');
  return { outcome: 'missing', event: { key, kind, levelName, happenedAt, standIn } };
}

function justAfter(events: readonly VerificationEvent[]): number | undefined {
  const last = Math.max(...events.map(toEnd));
  return Number.isFinite(last) ? last + 1 : undefined;
}

function toEnd({ happenedAt, standIn }: VerificationEvent): number {
  const at = happenedAt.getTime();
  return standIn === 'second' ? Math.floor(at / 1000) * 1000 + 999 : at;
}

/** `reviewDate` has no finer part than the second. */
function readSecond(reviewDate: string | undefined): number | undefined {
  const moment = readTimestamp(reviewDate);
  return moment && Math.floor(moment.getTime() / 1000) * 1000;
}

function isAt({ happenedAt }: VerificationEvent, from: number, forMs: number): boolean {
  return happenedAt.getTime() >= from && happenedAt.getTime() < from + forMs;
}
