import type { DoctorFinding } from '#contract/operations-doctor';
import { type Check, cannotTell, type Result } from './check';
import { describeFailure } from './describe-failure';
import type { Examination } from './examination';

/** Runs the checks, a few at a time, and gives what they found in the order of the list. Never throws. */
export async function runChecks(
  checks: readonly Check[],
  examination: Examination,
  atOnce = 4,
): Promise<DoctorFinding[]> {
  const found: DoctorFinding[][] = checks.map(() => []);
  const waiting = [...checks.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [place, check] = next;
      const results = await runCheck(check, examination);
      found[place] = results.map(result => toFinding(check, result));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return found.flat();
}

async function runCheck(check: Check, examination: Examination): Promise<readonly Result[]> {
  const unusable = check.settings?.filter(name => examination.unusable.has(name)) ?? [];
  if (unusable.length > 0) return [cannotTell(`${unusable.join(', ')} cannot be used: see configuration`)];
  try {
    for (const need of check.needs ?? []) {
      const obstacle = await examination.obstacle(need);
      if (obstacle) return [cannotTell(obstacle)];
    }
    const results = await check.run(examination);
    return 'outcome' in results ? [results] : results;
  } catch (error) {
    return [cannotTell(`the check itself did not get through: ${describeFailure(error)}`, 'Run the doctor again.')];
  }
}

function toFinding({ id, group, title }: Check, { outcome, seen, fix, about }: Result): DoctorFinding {
  return { id: about ? `${id}/${about}` : id, group, title, outcome, seen, fix };
}
