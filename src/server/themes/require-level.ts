import type { IdngoClient } from '../idngo-client/idngo-client';
import { IdngoError } from '../idngo-client/idngo-error';
import { Refusal } from '../problems';
import { isName } from '../verifications/names';

interface Asked {
  idngo: Pick<IdngoClient, 'createAccessToken'>;
  /** Levels that need no asking. */
  known: readonly string[];
  userId: string;
}

/**
 * Refuses the name of a level that IDnGO does not have. It lists none, so it is asked for an access token, which says
 * whether people can be sent there and which nobody gets.
 */
export async function requireLevel(levelName: string, { idngo, known, userId }: Asked): Promise<void> {
  if (!isName(levelName)) throw new Refusal('malformed-request', 'levelName: is no name of a level');
  if (known.includes(levelName)) return;
  try {
    await idngo.createAccessToken({ userId, levelName, ttlInSecs: 60 });
  } catch (error) {
    const isUnknown = error instanceof IdngoError && (error.httpStatus === 404 || error.httpStatus === 400);
    if (!isUnknown) throw error;
    const remedy = 'Spell it as in IDnGO’s Dashboard, Applicant Levels: capitals count, levels for actions do not fit';
    throw new Refusal('not-found', `levelName: IDnGO has no such level. ${remedy}. Known here: ${known.join(', ')}`);
  }
}
