import type { Hono } from 'hono';
import type { AccessToken } from '#contract/access-token';
import type { VerificationDocuments } from '#contract/documents';
import { endpoints } from '#contract/endpoints';
import type { Database } from '../database/database';
import type { IdngoClient } from '../idngo-client/idngo-client';
import { Refusal } from '../problems';
import type { Limits } from '../rate-limits/limits';
import type { SessionGate } from '../sessions/session-cookie';
import type { PersonSession } from '../sessions/sessions';
import { translateComment, translateRecognised, translateSteps } from './translate-documents';
import { readVerification, toReference, toVerification, type VerificationRow } from './verification-rows';

/** Lifetime of an SDK token. The frame asks for another when it runs out. */
const tokenLifetimeSeconds = 600;

interface VerificationDependencies {
  database: Database;
  idngo: IdngoClient;
  gate: SessionGate;
  limits: Limits;
  now: () => number;
}

const noStore = { 'cache-control': 'no-store' };

export function addVerificationRoutes(
  app: Hono,
  { database, idngo, gate, limits, now }: VerificationDependencies,
): void {
  async function requireVerification(session: PersonSession): Promise<VerificationRow> {
    const row = await readVerification(database, session.verificationId);
    if (!row) throw new Refusal('not-found', 'The session’s verification is gone');
    return row;
  }

  app.get(endpoints.readVerification.path, async c => {
    const session = await gate.require(c);
    return c.json(toVerification(await requireVerification(session)), 200, noStore);
  });

  app.get(endpoints.readSession.path, async c => {
    const session = await gate.read(c);
    const verification = session ? toVerification(await requireVerification(session)) : null;
    return c.json({ verification }, 200, noStore);
  });

  app.post(endpoints.createAccessToken.path, async c => {
    const session = await gate.require(c);
    await limits.consume('access-token', session.verificationId);
    const askedAt = now();
    const { token } = await idngo.createAccessToken({
      userId: session.externalUserId,
      levelName: session.levelName,
      ttlInSecs: tokenLifetimeSeconds,
    });
    const expiresAt = new Date(askedAt + tokenLifetimeSeconds * 1000).toISOString();
    const answer: AccessToken = { token, expiresAt, reference: toReference(session.verificationId) };
    return c.json(answer, 200, noStore);
  });

  app.get(endpoints.readDocuments.path, async c => {
    const session = await gate.require(c);
    const { standing } = await requireVerification(session);
    await limits.consume('documents', session.verificationId);
    const applicant = await idngo.readApplicantByExternalUserId(session.externalUserId);
    const asksForMore =
      standing.status === 'action-needed' || (standing.status === 'changed' && standing.remedy === 'resubmit');
    const steps = applicant && asksForMore ? await idngo.readRequiredIdDocsStatus(applicant.id) : undefined;
    const answer: VerificationDocuments = {
      reference: toReference(session.verificationId),
      comment: asksForMore ? translateComment(applicant?.review?.reviewResult) : null,
      steps: translateSteps(steps ?? {}),
      recognised: applicant && standing.status === 'verified' ? translateRecognised(applicant) : [],
    };
    return c.json(answer, 200, noStore);
  });
}
