import type { Context, Hono } from 'hono';
import type { AccessToken } from '#contract/access-token';
import { readDocuments, type VerificationDocuments } from '#contract/documents';
import { endpoints } from '#contract/endpoints';
import { type RevealedDocuments, revealDocuments } from '#contract/revealed';
import type { SessionAnswer } from '#contract/session';
import { writeAudit } from '../audit/audit-trail';
import type { Database, Queryable } from '../database/database';
import type { IdngoClient } from '../idngo-client/idngo-client';
import { Refusal } from '../problems';
import type { Limits } from '../rate-limits/limits';
import { expectNews, requestCheck } from '../reconcile/due-checks';
import type { SessionGate } from '../sessions/session-cookie';
import type { PersonSession } from '../sessions/sessions';
import type { AttemptGate } from './attempt-gate';
import type { Attempts } from './attempts';
import { lockPerson } from './locks';
import { translateSteps, translateVerdict } from './translate-documents';
import { translateRecognised, translateRevealed } from './translate-recognised';
import { readVerification, toReference, toVerification, type VerificationRow } from './verification-rows';

/** Lifetime of an SDK token. The frame asks for another when it runs out. */
const tokenLifetimeSeconds = 600;

interface VerificationDependencies {
  database: Database;
  idngo: IdngoClient;
  gate: SessionGate;
  readSession: (c: Context) => Promise<SessionAnswer>;
  limits: Limits;
  attempts: AttemptGate;
  now: () => number;
}

function toWire(attempts: Attempts | null): VerificationDocuments['attempts'] {
  return attempts && { left: attempts.left, nextAt: attempts.nextAt?.toISOString() ?? null };
}

const noStore = { 'cache-control': 'no-store' };

export function addVerificationRoutes(
  app: Hono,
  { database, idngo, gate, readSession, limits, attempts, now }: VerificationDependencies,
): void {
  async function requireVerification(session: PersonSession, client: Queryable = database): Promise<VerificationRow> {
    const row = await readVerification(client, session.verificationId);
    if (!row) throw new Refusal('not-found', 'The session’s verification is gone');
    return row;
  }

  async function requireVerified(session: PersonSession, client?: Queryable): Promise<void> {
    const { standing } = await requireVerification(session, client);
    if (standing.status !== 'verified') throw new Refusal('not-found', 'Documents are shown to verified people only');
  }

  app.get(endpoints.readVerification.path, async c => {
    const session = await gate.require(c);
    return c.json(toVerification(await requireVerification(session)), 200, noStore);
  });

  app.get(endpoints.readSession.path, async c => c.json(await readSession(c), 200, noStore));

  app.post(endpoints.createAccessToken.path, async c => {
    const session = await gate.require(c);
    await limits.consume('access-token', session.verificationId);
    await attempts.require(session);
    const askedAt = now();
    const { token } = await idngo.createAccessToken({
      userId: session.externalUserId,
      levelName: session.levelName,
      ttlInSecs: tokenLifetimeSeconds,
    });
    await expectNews(database, session.verificationId);
    const expiresAt = new Date(askedAt + tokenLifetimeSeconds * 1000).toISOString();
    const answer: AccessToken = { token, expiresAt, reference: toReference(session.verificationId) };
    return c.json(answer, 200, noStore);
  });

  app.post(endpoints.requestCheck.path, async c => {
    const session = await gate.require(c);
    await limits.consume('check', session.verificationId);
    await requestCheck(database, session.verificationId);
    return c.json(toVerification(await requireVerification(session)), 202, noStore);
  });

  app.get(readDocuments.path, async c => {
    const session = await gate.require(c);
    const { standing } = await requireVerification(session);
    await limits.consume('documents', session.verificationId);
    const applicant = await idngo.readApplicantByExternalUserId(session.externalUserId);
    const asksForMore =
      standing.status === 'action-needed' || (standing.status === 'changed' && standing.remedy === 'resubmit');
    const steps = applicant && asksForMore ? await idngo.readRequiredIdDocsStatus(applicant.id) : undefined;
    const answer: VerificationDocuments = {
      reference: toReference(session.verificationId),
      ...translateVerdict(asksForMore ? applicant?.review?.reviewResult : undefined),
      attempts: toWire(await attempts.read(session)),
      steps: translateSteps(steps ?? {}),
      recognised: applicant && standing.status === 'verified' ? translateRecognised(applicant) : [],
    };
    return c.json(answer, 200, noStore);
  });

  // 1. Only by POST from our own page, for the session's person, and while they are verified.
  // 2. The audit trail has the entry, with names of fields only, before a value leaves: without it nothing does.
  // 3. The values are nowhere else: not stored, not logged, not pushed.
  app.post(revealDocuments.path, async c => {
    const session = await gate.require(c);
    await requireVerified(session);
    await limits.consume('reveal', session.verificationId);
    const applicant = await idngo.readApplicantByExternalUserId(session.externalUserId);
    const documents = applicant ? translateRevealed(applicant) : [];
    await database.transaction(async client => {
      await lockPerson(client, session.externalUserId);
      await requireVerified(session, client);
      await writeAudit(client, {
        action: 'documents-revealed',
        actor: 'person',
        externalUserId: session.externalUserId,
        verificationId: session.verificationId,
        detail: {
          documents: documents.map(document => document.idDocType),
          fields: [...new Set(documents.flatMap(document => document.fields.map(field => field.name)))],
        },
      });
    });
    const answer: RevealedDocuments = { reference: toReference(session.verificationId), documents };
    return c.json(answer, 200, noStore);
  });
}
