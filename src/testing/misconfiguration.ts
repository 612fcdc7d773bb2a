import { expect } from 'vitest';
import type { DoctorFinding } from '#contract/operations-doctor';
import type { BenchOptions, DoctorBench, ExamineChanges } from './doctor-bench';
import type { ProxyHabits } from './plant-proxy';

/** What is planted, where alone the doctor finds it, and words of the remedy. */
export interface Misconfiguration {
  name: string;
  bench?: BenchOptions;
  proxy?: Partial<ProxyHabits>;
  /** Done once everything runs; what it returns is how the doctor's own environment differs. */
  plant?: (bench: DoctorBench) => Promise<ExamineChanges | undefined>;
  fails: readonly string[];
  fix: RegExp;
}

/** Plants it, and expects that the doctor fails exactly there and names the remedy. */
export async function expectFound(
  { plant, fails, fix }: Misconfiguration,
  bench: DoctorBench,
  variables: Record<string, string> = {},
): Promise<DoctorFinding[]> {
  const changes = await plant?.(bench);
  const findings = await bench.examine({ ...changes, variables: { ...variables, ...changes?.variables } });
  const failed = findings.filter(({ outcome }) => outcome === 'fail');
  expect(failed.map(({ id }) => id).sort()).toEqual(fails);
  expect(failed.map(finding => finding.fix).join('\n')).toMatch(fix);
  expect(failed.filter(finding => !finding.fix)).toEqual([]);
  return findings;
}
