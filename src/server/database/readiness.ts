import type { Database } from './database';

export interface Readiness {
  /** Whether people can be sent here now; answers within its patience whatever the database does. */
  isReady(): Promise<boolean>;
  /** From now on nobody should be sent here: the process is about to stop. */
  leave(): void;
}

const readinessPatienceMs = 1_000;

/** However often it is asked, one question at a time is on its way to the database. */
export function createReadiness(
  database: Pick<Database, 'query'>,
  patienceMs: number = readinessPatienceMs,
): Readiness {
  let leaving = false;
  let asking: Promise<boolean> | undefined;

  function ask(): Promise<boolean> {
    asking ??= database
      .query('select 1')
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asking = undefined;
      });
    return asking;
  }

  return {
    async isReady() {
      let timer: NodeJS.Timeout | undefined;
      const tooLate = new Promise<false>(resolve => {
        timer = setTimeout(() => resolve(false), patienceMs);
      });
      const answer = await Promise.race([ask(), tooLate]);
      clearTimeout(timer);
      return answer && !leaving;
    },
    leave() {
      leaving = true;
    },
  };
}
