import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { AccessTokens } from '../api/access-tokens';
import { ApiError } from '../api-error';
import { type ApplicantRecord, requireActive, requireOpen, requireStandardLevel } from '../applicants/applicants';
import type { ApplicantStore } from '../applicants/store';
import { createJsonFiles } from '../json-files';
import type { Log } from '../log';
import { applyMove } from './apply-move';
import { isGiven } from './await-move';
import type { SandboxClock } from './clock';
import { inventContacts } from './invent-answers';
import type { SandboxPerson } from './sandbox-person';
import type { Pace, Play } from './scenario-contract';
import type { Move } from './scenario-moves';
import {
  findIntervention,
  isMeantFor,
  isRunning,
  nextMove,
  type RunState,
  type ScenarioRun,
  toSituation,
} from './scenario-run';
import { findSubject, listMovesToLevel, listMovesToStart } from './scenario-start';
import type { Scenario } from './scenarios';

export interface ScenarioRuns {
  /**
   * Begins to play a scenario; returns before its first move. What was being played for the same person stops. Throws 404
   * for an applicant or level that does not exist, 400 for a level of actions, 1008 for a deleted applicant.
   */
  play(scenario: Scenario, play: Play): { run: ScenarioRun; replaced: ScenarioRun | null };
  /** Newest first. */
  list(): ScenarioRun[];
  /** Throws 404; 409 when it has ended. */
  stop(runId: string): ScenarioRun;
  /** Plays nothing more; what is running goes on when the sandbox is created on the same data again. */
  close(): void;
}

/** What a person needs to read a page and take pictures, where the sandbox plays them. */
const personMs = 30_000;
const fastMs = 2_000;
/** Gives a receiver that is started together with the sandbox the time to listen. */
const resumeDelayMs = 1_000;
const keptEndedRuns = 200;
const usualLevelName = 'basic-kyc-level';

/**
 * Plays scenarios move by move, each through the transition that the panel's command of that name uses. Pauses run on the
 * sandbox's clock. A run that finds the applicant otherwise than its last move left it fails and says why.
 */
export function createScenarioRuns({
  dataDir,
  store,
  accessTokens,
  person,
  clock,
  log,
  onChange,
}: {
  dataDir: string;
  store: ApplicantStore;
  accessTokens: AccessTokens;
  person: SandboxPerson;
  clock: Pick<SandboxClock, 'now' | 'schedule' | 'begin'>;
  log: Log;
  onChange: () => void;
}): ScenarioRuns {
  const files = createJsonFiles<ScenarioRun>(join(dataDir, 'scenario-runs'));
  const runs = new Map(
    files
      .readAll()
      .toSorted((a, b) => a.startedAt - b.startedAt)
      .map(run => [run.runId, run]),
  );
  const turns = new Map<string, Promise<void>>();
  const timers = new Map<string, () => void>();
  let isClosed = false;

  function save(run: ScenarioRun): ScenarioRun {
    const saved = { ...run, changedAt: clock.now() };
    files.write(saved.runId, saved);
    runs.set(saved.runId, saved);
    onChange();
    return saved;
  }

  function end(run: ScenarioRun, state: Exclude<RunState, { name: 'running' }>): ScenarioRun {
    timers.get(run.runId)?.();
    timers.delete(run.runId);
    const ended = save({ ...run, state });
    const earlier = [...runs.values()].filter(candidate => !isRunning(candidate)).slice(0, -keptEndedRuns);
    for (const { runId } of earlier) {
      runs.delete(runId);
      files.remove(runId);
    }
    return ended;
  }

  function requireRun(runId: string): ScenarioRun {
    const run = runs.get(runId);
    if (!run) throw new ApiError(404, `Scenario run ${runId} not found`);
    return run;
  }

  /** Takes a turn soon: one after the other for each run, and never within what has woken it. */
  function wake(runId: string): void {
    if (isClosed) return;
    const before = turns.get(runId) ?? Promise.resolve();
    const turn = clock.begin(async () => {
      await before;
      await takeTurn(runId);
    });
    turns.set(runId, turn);
    turn.finally(() => turns.get(runId) === turn && turns.delete(runId));
  }

  async function takeTurn(runId: string): Promise<void> {
    for (let run = runs.get(runId); run && isRunning(run) && !isClosed; run = runs.get(runId)) {
      const move = nextMove(run);
      if (!move) {
        end(run, { name: 'done' });
        return;
      }
      try {
        if ((await playMove(run, move)) === 'waits') return;
      } catch (error) {
        const current = runs.get(runId);
        if (current && isRunning(current) && !isClosed) end(current, { name: 'failed', words: describe(error, move) });
        return;
      }
    }
  }

  function describe(error: unknown, { move }: Move): string {
    if (error instanceof ApiError) return error.message;
    log.error({ err: error, move }, 'a move of a scenario failed');
    return `The move '${move}' failed: see the log of the sandbox`;
  }

  async function playMove(run: ScenarioRun, move: Move): Promise<'played' | 'waits'> {
    const { applicantId } = run;
    if (applicantId === null) return 'waits';
    const applicant = store.require(applicantId);
    switch (move.move) {
      case 'await-submission':
      case 'await-step': {
        requireActive(applicant);
        if (isGiven(move, applicant)) return notePlayed(run, applicant);
        requireOpen(applicant);
        if (run.person === 'themselves' || isStillWaiting(run, personMs)) return 'waits';
        await person.give(applicantId, move.move === 'await-step' ? move.step : undefined);
        if (move.move === 'await-submission') await person.submit(applicantId);
        const current = requireRun(run.runId);
        if (!isRunning(current)) return 'waits';
        if (!isGiven(move, store.require(applicantId))) throw new ApiError(409, 'The person could not give it');
        return notePlayed(current, store.require(applicantId));
      }
      case 'pause':
        requireUntouched(run, applicant);
        return isStillWaiting(run, move.ms) ? 'waits' : notePlayed(run, applicant);
      default:
        requireUntouched(run, applicant);
        applyMove(move, applicantId, { store, accessTokens });
        return notePlayed(run, store.require(applicantId));
    }
  }

  /** Whether the time for it is still to come; plans it at the first call. */
  function isStillWaiting(run: ScenarioRun, ms: number): boolean {
    const planned = run.state.name === 'running' ? run.state.until : null;
    const until = planned ?? clock.now() + toPace(run.pace, ms);
    if (planned === null) save({ ...run, state: { name: 'running', until } });
    if (until <= clock.now()) return false;
    timers.get(run.runId)?.();
    timers.set(
      run.runId,
      clock.schedule(() => wake(run.runId), until - clock.now()),
    );
    return true;
  }

  function notePlayed(run: ScenarioRun, applicant: ApplicantRecord): 'played' {
    const playedAt = [...run.playedAt, clock.now()];
    save({ ...run, playedAt, state: { name: 'running', until: null }, left: toSituation(applicant) });
    return 'played';
  }

  function listRunning(): ScenarioRun[] {
    return [...runs.values()].filter(isRunning);
  }

  store.onChange((applicant, webhook) => {
    const meant = listRunning().filter(run => isMeantFor(run, applicant));
    const isInSandbox = applicant.environment === 'sandbox';
    const isNew = webhook === 'applicantCreated' && isInSandbox && meant.length === 0;
    const waitingForAnybody = listRunning().filter(run => run.applicantId === null && run.externalUserId === null);
    for (const run of isNew ? waitingForAnybody : meant) {
      const { applicantId, externalUserId } = applicant;
      if (run.applicantId === null) save({ ...run, applicantId, externalUserId });
      wake(run.runId);
    }
  });

  for (const run of listRunning()) {
    // Its person is made right after it is kept: nobody else will come.
    if (run.person === 'sandbox' && run.applicantId === null && run.externalUserId !== null) {
      end(run, { name: 'failed', words: 'The sandbox was killed before it had made the person: play it again' });
    } else clock.schedule(() => wake(run.runId), resumeDelayMs);
  }

  return {
    play(scenario, play) {
      const { person: player, pace } = play;
      const applicant = findSubject(play, store);
      const levelName = play.levelName ?? scenario.levelName;
      if (levelName !== null) requireStandardLevel(levelName);
      const isOwnPerson = player === 'sandbox';
      const startOver = play.startOver ?? isOwnPerson;
      const externalUserId =
        applicant?.externalUserId ??
        play.externalUserId ??
        (isOwnPerson ? `scenario-${randomUUID().slice(0, 8)}` : null);
      const earlier = listRunning().find(run =>
        applicant ? isMeantFor(run, applicant) : run.applicantId === null && run.externalUserId === externalUserId,
      );
      const replaced = earlier ? end(earlier, { name: 'stopped', words: `Replaced by '${scenario.title}'` }) : null;
      const { runId } = save({
        runId: randomUUID(),
        scenario: scenario.name,
        title: scenario.title,
        ...{ person: player, pace, externalUserId },
        applicantId: applicant?.applicantId ?? null,
        startedAt: clock.now(),
        changedAt: clock.now(),
        moves: [
          ...(applicant && startOver ? listMovesToStart(applicant) : []),
          ...(applicant && isOwnPerson ? listMovesToLevel(applicant, levelName) : []),
          ...scenario.moves,
        ],
        playedAt: [],
        state: { name: 'running', until: null },
        left: applicant ? toSituation(applicant) : null,
      });
      if (!applicant && isOwnPerson && externalUserId !== null) {
        const { email, phone } = inventContacts(externalUserId);
        const lang = play.lang ?? null;
        store.create({
          ...{ environment: 'sandbox', externalUserId, levelName: levelName ?? usualLevelName, lang, email, phone },
        });
      }
      wake(runId);
      return { run: requireRun(runId), replaced };
    },
    list: () => [...runs.values()].toReversed(),
    stop(runId) {
      const run = requireRun(runId);
      if (!isRunning(run)) throw new ApiError(409, 'This run has ended already');
      return end(run, { name: 'stopped', words: 'Stopped by hand' });
    },
    close() {
      isClosed = true;
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
}

function toPace(pace: Pace, ms: number): number {
  return pace === 'fast' ? Math.min(ms, fastMs) : ms;
}

function requireUntouched(run: ScenarioRun, applicant: ApplicantRecord): void {
  const words = findIntervention(run, applicant);
  if (words !== undefined) throw new ApiError(409, words);
}
