import type {
  Timeline,
  TimelineAudit,
  TimelineCheck,
  TimelineDelivery,
  TimelineEntry,
  TimelineSource,
  TimelineVerification,
} from '#contract/operations-timeline';

/** Everything but who read the timeline, in sentences and in order: what arrived comes before what was made of it. */
export function listEntries({
  verifications,
  deliveries,
  audit,
}: Pick<Timeline, 'verifications' | 'deliveries' | 'audit'>): TimelineEntry[] {
  const entries = [
    ...deliveries.map(describeDelivery),
    ...verifications.flatMap(({ levelName, checks }) => checks.map(check => describeCheck(check, levelName))),
    ...verifications.flatMap(({ levelName, told }) => told.map(revision => describeTold(revision, levelName))),
    ...audit.filter(({ action }) => action !== 'timeline-read').map(describeAudit),
  ];
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** What each reason of an outcome means; others are shown as they are. */
const reasons: Readonly<Record<string, string>> = {
  older: 'something that happened later is known already',
  same: 'it says nothing that was not known',
  'other-level': 'it is about a level that the person is not verified at',
  'applicant-of-another': 'its applicant was known as another person’s',
  'unknown-type': 'its type is not known',
  'not-a-verification': 'it is about an action or a video call',
  'no-time': 'it does not say when it happened',
  'no-person': 'it does not say whom it concerns',
  'unusable-name': 'an id or a level in it cannot be one',
  'not-json-with-a-type': 'it is not a JSON object with a type',
  sandbox: 'it comes from the sandbox',
  erased: 'the person was erased after it happened',
};

const outcomes: Readonly<Record<string, string>> = {
  changed: 'changed what people see',
  unchanged: 'changed nothing',
  duplicate: 'had arrived before',
  ignored: 'ignored',
  malformed: 'could not be read',
  refused: 'refused',
  'unknown-person': 'waits until its applicant is known',
  failed: 'kept, but acting on it failed; it will be tried again',
};

function explainOutcome({ outcome, reason }: Pick<TimelineDelivery, 'outcome' | 'reason'>): string {
  const said = outcomes[outcome] ?? outcome;
  return reason === null ? said : `${said}: ${reasons[reason] ?? reason}`;
}

export function describeSource(source: TimelineSource): string {
  switch (source.kind) {
    case 'delivery':
      return `delivery ${source.id}`;
    case 'status-check':
      return `status check ${source.id}`;
    case 'entry':
      return 'the person’s arrival';
    case 'forgotten':
      return 'something no longer kept';
  }
}

function describeDelivery(delivery: TimelineDelivery): TimelineEntry {
  const verdict = [delivery.reviewAnswer, delivery.reviewRejectType].filter(part => part !== null).join(' ');
  const named = [delivery.type ?? 'without a usable type', verdict].filter(Boolean).join(', ');
  return { at: delivery.receivedAt, what: `Delivery ${delivery.id}: ${named}`, detail: explainOutcome(delivery) };
}

function describeCheck(check: TimelineCheck, levelName: string): TimelineEntry {
  const answer = [check.reviewStatus, check.reviewAnswer, check.errorCode].filter(part => part !== null).join(' ');
  const what = `Status check ${check.id} of ${levelName}, cause: ${check.cause}`;
  return { at: check.askedAt, what, detail: answer ? `${check.outcome}: ${answer}` : check.outcome };
}

function describeTold(told: TimelineVerification['told'][number], levelName: string): TimelineEntry {
  const standing = told.remedy === null ? told.status : `${told.status} (${told.remedy})`;
  const what = `${levelName} is ${standing}, revision ${told.revision}`;
  return { at: told.at, what, detail: `by ${describeSource(told.cause)}` };
}

function describeAudit({ at, action, actor, detail }: TimelineAudit): TimelineEntry {
  const words = action.replaceAll('-', ' ');
  const what = `${words.charAt(0).toUpperCase()}${words.slice(1)}, by ${actor}`;
  const said = describeDetail(detail);
  return said ? { at, what, detail: said } : { at, what };
}

export function describeDetail(detail: TimelineAudit['detail']): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(' ') : String(value)}`)
    .join(', ');
}
