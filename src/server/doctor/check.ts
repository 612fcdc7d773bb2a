import type { DoctorGroup, DoctorOutcome } from '#contract/operations-doctor';
import type { Examination, Need } from './examination';

export interface Result {
  outcome: DoctorOutcome;
  /** What was seen. Never a secret, never anything about a person. */
  seen: string;
  fix: string | null;
  /** Distinguishes the results of a check that has several. */
  about?: string;
}

export interface Check {
  /** Stable: scripts look for it. */
  id: string;
  group: DoctorGroup;
  /** The promise that is looked into. */
  title: string;
  /** What has to be there first; where it is not, another check says so and this one cannot tell. */
  needs?: readonly Need[];
  /** Settings without which the check means nothing. */
  settings?: readonly string[];
  /** For the command alone: too much for a process that serves people. */
  onlyInCommand?: true;
  run(examination: Examination): Promise<Result | readonly Result[]>;
}

export function pass(seen: string): Result {
  return { outcome: 'pass', seen, fix: null };
}

export function fail(seen: string, fix: string): Result {
  return { outcome: 'fail', seen, fix };
}

export function cannotTell(seen: string, fix: string | null = null): Result {
  return { outcome: 'cannot-tell', seen, fix };
}
