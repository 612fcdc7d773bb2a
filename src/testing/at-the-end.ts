import { afterAll, onTestFinished, TestRunner } from 'vitest';

/**
 * Cleans up after the running test or, outside of one, after the file: `afterAll` alone is not heard within a test.
 * What was set up last is cleaned up first.
 */
export function atTheEnd(cleanUp: () => unknown): void {
  const work = async () => {
    await cleanUp();
  };
  if (TestRunner.getCurrentTest()) onTestFinished(work);
  else afterAll(work);
}
