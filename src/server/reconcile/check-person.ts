import type { Review } from '#idngo/review';
import type { Database, Queryable } from '../database/database';
import type { IdngoClient } from '../idngo-client/idngo-client';
import { IdngoError } from '../idngo-client/idngo-error';
import { lockSubject } from '../verifications/locks';
import { isName } from '../verifications/names';
import { recordInTurn } from '../verifications/record-status';
import { translateLate } from '../verifications/translate-review';
import { readEvents } from '../verifications/verification-rows';
import { type DueCheck, planNextCheck } from './due-checks';

export type CheckOutcome = 'agreed' | 'missing' | 'not-started' | 'unknown-there' | 'failed';

export interface CheckResult {
  outcome: CheckOutcome;
  statusCheckId: string;
}

interface CheckDependencies {
  database: Database;
  idngo: IdngoClient;
  random: () => number;
}

/**
 * Asks IDnGO about one person and records what no delivery told, through the same door as a delivery. No transaction is
 * open while the answer is waited for. Throws what the client throws; nothing is recorded then.
 */
export async function checkPerson(
  { database, idngo, random }: CheckDependencies,
  due: DueCheck,
  signal: AbortSignal,
): Promise<CheckResult> {
  const { externalUserId, levelName } = due;
  const before = { externalUserId, levelName, events: await readEvents(database, externalUserId) };
  const { applicantId, review } = await ask(idngo, externalUserId, await readApplicantId(database, due), signal);
  return database.transaction(async client => {
    const subject = { externalUserId, applicantId };
    await lockSubject(client, subject);
    const translated = translateLate(review, before, await readEvents(client, externalUserId));
    const { outcome } = translated;
    const statusCheckId = await insertStatusCheck(client, due, { outcome, review });
    if (translated.outcome === 'missing') {
      const cause = { kind: 'status-check', statusCheckId } as const;
      await recordInTurn(client, { cause, type: 'statusCheck', subject, event: translated.event }, externalUserId);
    }
    await planNextCheck(client, due, random());
    return { outcome, statusCheckId };
  });
}

/** Writes down a question that was not answered, and why. */
export async function recordFailure(client: Queryable, due: DueCheck, error: unknown): Promise<void> {
  const errorCode = error instanceof IdngoError ? error.code : 'internal';
  await insertStatusCheck(client, due, { outcome: 'failed', review: undefined, errorCode });
}

/** By the applicant's id where it is known, since that answer says nothing about the person. */
async function ask(
  idngo: IdngoClient,
  externalUserId: string,
  applicantId: string | null,
  signal: AbortSignal,
): Promise<{ applicantId: string | null; review: Review | undefined }> {
  const review = applicantId === null ? undefined : await idngo.readReviewStatus(applicantId, signal);
  if (review) return { applicantId, review };
  // An applicant can be deleted and created anew, with another id.
  const applicant = await idngo.readApplicantByExternalUserId(externalUserId, signal);
  if (!applicant) return { applicantId: null, review: undefined };
  const { id, createdAt } = applicant;
  return { applicantId: isName(id) ? id : null, review: { createDate: createdAt, ...(applicant.review ?? noReview) } };
}

const noReview: Review = {};

/** The applicant of the latest event, since a person can have had several. */
async function readApplicantId(client: Queryable, { externalUserId }: DueCheck): Promise<string | null> {
  const { rows } = await client.query<{ applicant_id: string }>(
    `select applicant_id from events where external_user_id = $1 and applicant_id is not null
     order by happened_at desc, key limit 1`,
    [externalUserId],
  );
  return rows[0]?.applicant_id ?? null;
}

async function insertStatusCheck(
  client: Queryable,
  due: DueCheck,
  result: { outcome: CheckOutcome; review: Review | undefined; errorCode?: string },
): Promise<string> {
  const { outcome, review, errorCode } = result;
  const { rows } = await client.query<{ id: string }>(
    `insert into status_checks (verification_id, cause, outcome, review_status, review_answer, error_code)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [
      due.verificationId,
      due.cause,
      outcome,
      review?.reviewStatus ?? null,
      review?.reviewResult?.reviewAnswer ?? null,
      errorCode ?? null,
    ],
  );
  if (!rows[0]) throw new Error('An inserted status check has no id');
  return rows[0].id;
}
