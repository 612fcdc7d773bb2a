import type { Told } from './story';

/**
 * Says what a person has to be shown, from what IDnGO's documents say of each webhook. Written without a look at the
 * backend's own judge: it keeps no state and reads the history from its end.
 */
export function expectStatus(told: readonly Told[], level: string): string {
  const inOrder = told.toSorted((a, b) => a.createdAtMs.localeCompare(b.createdAtMs) || rank(a) - rank(b));
  return judge(inOrder.flatMap(webhook => meaningOf(webhook, level) ?? []));
}

type Meaning =
  | 'created'
  | 'submitted'
  | 'held'
  | 'green'
  | 'retry'
  | 'final'
  | 'reset'
  | 'steps-reset'
  | 'moved-here'
  | 'moved-away'
  | 'deactivated'
  | 'activated'
  | 'deleted';

/** Of two things in one millisecond the approval came first: in doubt nobody gets in. */
function rank({ reviewResult }: Told): number {
  return reviewResult?.reviewAnswer === 'GREEN' ? 0 : 1;
}

function meaningOf({ type, levelName, reviewStatus, reviewResult }: Told, level: string): Meaning | undefined {
  const isHere = levelName === undefined || levelName === level;
  switch (type) {
    case 'applicantDeactivated':
      return 'deactivated';
    case 'applicantActivated':
      return 'activated';
    case 'applicantDeleted':
    case 'applicantPersonalDataDeleted':
      return 'deleted';
    case 'applicantLevelChanged':
      return levelName === level ? 'moved-here' : 'moved-away';
    case 'applicantCreated':
      return isHere ? 'created' : undefined;
    case 'applicantPending':
    case 'applicantPrechecked':
      return isHere ? 'submitted' : undefined;
    case 'applicantOnHold':
      return isHere ? 'held' : undefined;
    case 'applicantReset':
      return isHere ? 'reset' : undefined;
    case 'applicantStepsReset':
      return isHere ? 'steps-reset' : undefined;
    case 'applicantReviewed':
      if (!isHere || reviewStatus !== 'completed' || !reviewResult) return undefined;
      if (reviewResult.reviewAnswer === 'GREEN') return 'green';
      return reviewResult.reviewRejectType === 'FINAL' ? 'final' : 'retry';
    default:
      return undefined;
  }
}

const withdrawals: readonly Meaning[] = [
  'retry',
  'final',
  'reset',
  'steps-reset',
  'moved-here',
  'moved-away',
  'deactivated',
  'deleted',
];

/** An approval counts, even withdrawn, until the person submits something new after the withdrawal. */
function wasApproved(said: readonly Meaning[]): boolean {
  const approval = said.lastIndexOf('green');
  if (approval === -1) return false;
  const withdrawal = said.findIndex((meaning, place) => place > approval && withdrawals.includes(meaning));
  return withdrawal === -1 || !said.includes('submitted', withdrawal);
}

function judge(said: readonly Meaning[]): string {
  const before = said.slice(0, -1);
  const withdrawn = (remedy: string, otherwise: string) => (wasApproved(before) ? `changed: ${remedy}` : otherwise);
  switch (said.at(-1)) {
    case undefined:
      return 'not-started';
    case 'created':
      return judge(before) === 'not-started' ? 'in-progress' : judge(before);
    case 'submitted':
      return 'in-review';
    case 'held':
      return 'on-hold';
    case 'green':
      return 'verified';
    case 'retry':
      return withdrawn('resubmit', 'action-needed');
    case 'final':
      return withdrawn('contact', 'not-verified');
    case 'steps-reset':
    case 'moved-here':
      return withdrawn('start-again', 'in-progress');
    case 'reset':
    case 'moved-away':
      return withdrawn('start-again', 'not-started');
    case 'deactivated':
      return withdrawn('contact', 'not-verified');
    case 'deleted':
      return withdrawn('contact', 'not-started');
    case 'activated': {
      // It undoes a deactivation since which nothing else has happened, but brings no approval back.
      const since = before.findLastIndex(meaning => meaning !== 'deactivated' && meaning !== 'created');
      const deactivation = before.indexOf('deactivated', since + 1);
      return deactivation === -1 ? judge(before) : withdrawn('start-again', judge(before.slice(0, deactivation)));
    }
  }
}
