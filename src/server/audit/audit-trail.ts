import type { Queryable } from '../database/database';

export type AuditAction =
  | 'signed-in'
  | 'sign-in-refused'
  | 'signed-out'
  | 'hand-off-made'
  | 'hand-off-cancelled'
  | 'status-changed'
  | 'applicant-moved'
  | 'documents-revealed'
  | 'attempt-refused'
  | 'timeline-read'
  | 'theme-deleted'
  | 'theme-published'
  | 'theme-assigned'
  | 'studio-token-made'
  | 'deletion-announced'
  | 'erased';

export type AuditActor = 'person' | 'staff' | 'host' | 'provider' | 'system' | 'command';

export interface AuditEntry {
  action: AuditAction;
  actor: AuditActor;
  /** Of the staff member who acted; written as a pseudonym. */
  actorId?: string | undefined;
  /** Whom it concerns; written as a pseudonym. */
  externalUserId?: string | undefined;
  verificationId?: string | undefined;
  cause?: StatusCause;
  /** Codes, counts and names of fields: never what a person or a document says. */
  detail?: Record<string, string | number | boolean | null | readonly string[]>;
}

/** What made a status change: a delivery, an answer of IDnGO to a status check, or a person's first visit at a level. */
export type StatusCause =
  | { kind: 'delivery'; deliveryId: string }
  | { kind: 'status-check'; statusCheckId: string }
  | { kind: 'entry' };

/** Appends to the audit trail, in the transaction of what it records. The database refuses to change or delete it later. */
export async function writeAudit(client: Queryable, entry: AuditEntry): Promise<void> {
  const { cause } = entry;
  await client.query({
    name: 'write-audit',
    text: `insert into audit_trail
       (action, actor, actor_pseudonym, subject_pseudonym, verification_id, delivery_id, status_check_id, detail)
     values ($1, $2, pseudonym($3), pseudonym($4), $5, $6, $7, $8)`,
    values: [
      entry.action,
      entry.actor,
      entry.actorId ?? null,
      entry.externalUserId ?? null,
      entry.verificationId ?? null,
      cause?.kind === 'delivery' ? cause.deliveryId : null,
      cause?.kind === 'status-check' ? cause.statusCheckId : null,
      JSON.stringify(entry.detail ?? {}),
    ],
  });
}
