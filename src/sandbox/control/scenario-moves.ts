import type { RejectLabel } from '#idngo/reject-labels';
import type { Title } from '#stand-in/frame-contract';

/** What a verdict finds wrong with the images of a step, or with its form. */
export interface FoundFault {
  step: string;
  /** A document of one side has only a front; left out: every image of the step. */
  side?: 'front' | 'back';
  rejectLabels: readonly RejectLabel[];
  comment: Title;
}

export type ScenarioVerdict =
  | { reviewAnswer: 'GREEN' }
  | {
      reviewAnswer: 'RED';
      reviewRejectType: 'RETRY' | 'FINAL';
      rejectLabels: readonly RejectLabel[];
      comment: Title;
      /** Never shown to the person. */
      clientComment?: string;
      /** None: nothing is said of single images and forms. */
      faults: readonly FoundFault[];
    };

/** One thing that happens in a scenario. */
export type Move =
  | { move: 'await-submission' }
  | { move: 'await-step'; step: string }
  | { move: 'pause'; ms: number }
  | { move: 'verdict'; verdict: ScenarioVerdict }
  | { move: 'change-level'; levelName: string }
  | { move: 'precheck' | 'hold' | 'reset' | 'deactivate' | 'activate' | 'delete' | 'expire-tokens' };
export type MoveName = Move['move'];

export type Actor = 'person' | 'time' | 'idngo';

export function toActor({ move }: Move): Actor {
  switch (move) {
    case 'await-submission':
    case 'await-step':
      return 'person';
    case 'pause':
      return 'time';
    default:
      return 'idngo';
  }
}

/** What a move does, in a few words that begin like a sentence. */
export function toMoveWords(move: Move): string {
  switch (move.move) {
    case 'await-submission':
      return 'The person submits';
    case 'await-step':
      return `The person gives ${move.step}`;
    case 'pause':
      return `${toDuration(move.ms)} pass`;
    case 'verdict':
      return toVerdictWords(move.verdict);
    case 'change-level':
      return `Moves the applicant to ${move.levelName}`;
    case 'precheck':
      return 'Reports that the first checks are done';
    case 'hold':
      return 'Puts the applicant on hold';
    case 'reset':
      return 'Resets the applicant';
    case 'deactivate':
      return 'Deactivates the applicant';
    case 'activate':
      return 'Activates the applicant';
    case 'delete':
      return 'Deletes the applicant';
    case 'expire-tokens':
      return "Ends the person's access tokens";
  }
}

function toVerdictWords(verdict: ScenarioVerdict): string {
  if (verdict.reviewAnswer === 'GREEN') return 'Approves (GREEN)';
  const { reviewRejectType, rejectLabels, faults } = verdict;
  const why = rejectLabels.join(', ');
  if (reviewRejectType === 'FINAL') return `Rejects for good (RED FINAL: ${why})`;
  if (faults.length === 0) return `Asks for everything again (RED RETRY: ${why})`;
  const what = faults.map(({ step, side }) => (side ? `${step} ${side}` : step)).join(' and ');
  return `Asks for ${what} again (RED RETRY: ${why})`;
}

const units = [
  { name: 'day', ms: 24 * 60 * 60 * 1000 },
  { name: 'hour', ms: 60 * 60 * 1000 },
  { name: 'minute', ms: 60 * 1000 },
  { name: 'second', ms: 1000 },
] as const;

function toDuration(ms: number): string {
  const unit = units.find(candidate => ms % candidate.ms === 0 && ms >= candidate.ms);
  if (!unit) return `${ms} milliseconds`;
  const count = ms / unit.ms;
  return `${count} ${unit.name}${count === 1 ? '' : 's'}`;
}
