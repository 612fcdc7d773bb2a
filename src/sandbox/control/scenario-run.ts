import type { ApplicantRecord } from '../applicants/applicants';
import type { Pace, Player, RunView } from './scenario-contract';
import { type Move, toActor, toMoveWords } from './scenario-moves';

/** One playing of a scenario, as it is kept on disk. */
export interface ScenarioRun {
  runId: string;
  scenario: string;
  title: string;
  person: Player;
  pace: Pace;
  /** Null until the person is there. */
  applicantId: string | null;
  /** Null for whoever comes next. */
  externalUserId: string | null;
  startedAt: number;
  changedAt: number;
  /** Its own copy, with what starting over needed in front. */
  moves: readonly Move[];
  /** When each of the first moves was played; the next one is that at `playedAt.length`. */
  playedAt: readonly number[];
  state: RunState;
  /** How the applicant was left by the last move; null before it. */
  left: Situation | null;
}

export type RunState =
  /** `until`: when a pause is over or the person whom the sandbox plays acts; null while nothing is planned. */
  | { name: 'running'; until: number | null }
  | { name: 'done' }
  | { name: 'stopped'; words: string }
  | { name: 'failed'; words: string };

/** What nobody else may change between two moves of a scenario. */
export type Situation = Pick<ApplicantRecord, 'levelName' | 'presence'> &
  Pick<ApplicantRecord['review'], 'reviewStatus' | 'reviewedAt' | 'pendingAt'>;

export function toSituation({ levelName, presence, review }: ApplicantRecord): Situation {
  const { reviewStatus, reviewedAt, pendingAt } = review;
  return { levelName, presence, reviewStatus, reviewedAt, pendingAt };
}

export function isRunning({ state }: ScenarioRun): boolean {
  return state.name === 'running';
}

export function nextMove({ moves, playedAt }: ScenarioRun): Move | undefined {
  return moves[playedAt.length];
}

/** Whether a run is for this applicant, or has been waiting for them: in the sandbox, as people of production are others. */
export function isMeantFor(
  run: Pick<ScenarioRun, 'applicantId' | 'externalUserId'>,
  { applicantId, externalUserId, environment }: Pick<ApplicantRecord, 'applicantId' | 'externalUserId' | 'environment'>,
): boolean {
  if (run.applicantId !== null) return run.applicantId === applicantId;
  return run.externalUserId === externalUserId && environment === 'sandbox';
}

/** Says in words how somebody else has changed the applicant since the last move; undefined when nobody has. */
export function findIntervention({ left }: ScenarioRun, applicant: ApplicantRecord): string | undefined {
  if (left === null) return undefined;
  const now = toSituation(applicant);
  if (now.presence !== left.presence) return `Somebody else has ${presenceWords[now.presence]} the applicant`;
  if (now.levelName !== left.levelName) return `Somebody else has moved the applicant to ${now.levelName}`;
  if (now.reviewStatus !== left.reviewStatus) {
    return `The applicant is ${now.reviewStatus}, not ${left.reviewStatus} any more: somebody else has intervened`;
  }
  if (now.reviewedAt !== left.reviewedAt) return 'Somebody else has given a verdict';
  return now.pendingAt === left.pendingAt ? undefined : 'The applicant has been submitted again';
}

const presenceWords: Record<ApplicantRecord['presence'], string> = {
  active: 'activated',
  deactivated: 'deactivated',
  deleted: 'deleted',
};

export function toRunView(run: ScenarioRun): RunView {
  const { runId, scenario, title, person, pace, applicantId, externalUserId, moves, playedAt } = run;
  return {
    ...{ runId, scenario, title, person, pace, applicantId, externalUserId },
    startedAt: toIsoTime(run.startedAt),
    changedAt: toIsoTime(run.changedAt),
    state: toStateView(run),
    moves: moves.map((move, index) => {
      const at = playedAt[index];
      return { ...toMoveView(move), playedAt: at === undefined ? null : toIsoTime(at) };
    }),
  };
}

export function toMoveView(move: Move) {
  return { move: move.move, actor: toActor(move), words: toMoveWords(move) };
}

function toStateView(run: ScenarioRun): RunView['state'] {
  const { state } = run;
  if (state.name !== 'running') return state;
  return { name: 'running', words: toDoing(run), until: state.until === null ? null : toIsoTime(state.until) };
}

function toDoing(run: ScenarioRun): string {
  const move = nextMove(run);
  switch (move?.move) {
    case 'await-submission':
    case 'await-step': {
      if (run.applicantId === null) {
        return run.externalUserId === null ? 'Waits for the next new person' : 'Waits for the person to come';
      }
      const what = move.move === 'await-step' ? `give ${move.step}` : 'submit';
      return run.person === 'sandbox' ? `The sandbox's person is about to ${what}` : `Waits for the person to ${what}`;
    }
    case 'pause':
      return 'Waits';
    default:
      return 'Plays';
  }
}

function toIsoTime(ms: number): string {
  return new Date(ms).toISOString();
}
