import type { Timeline, TimelineVerification } from '#contract/operations-timeline';
import { type AuditEntry, writeAudit } from '../audit/audit-trail';
import type { Database, Queryable } from '../database/database';
import { foldEvents, type Standing } from '../verifications/lifecycle';
import { toReference } from '../verifications/verification-rows';
import { listEntries } from './list-entries';
import {
  type RecordedEvent,
  readApplicantIds,
  readAtMost,
  readAudit,
  readChecks,
  readDeliveries,
  readErasure,
  readRecordedEvents,
  readToldRows,
  readVerificationRows,
  type VerificationRow,
} from './timeline-rows';

/** Who asks for a timeline, as the audit trail will say. */
export type TimelineReader = Pick<AuditEntry, 'actor' | 'actorId' | 'detail'>;

/** Everything about one person at one moment. That it was read is in the audit trail before anybody sees it. */
export async function readTimeline(
  database: Database,
  externalUserId: string,
  reader: TimelineReader,
): Promise<Timeline> {
  return database.transaction(async client => {
    await client.query('set transaction isolation level repeatable read');
    const timeline = await assemble(client, externalUserId);
    const detail = { ...reader.detail, presence: timeline.presence };
    await writeAudit(client, { ...reader, action: 'timeline-read', externalUserId, detail });
    return timeline;
  });
}

async function assemble(client: Queryable, externalUserId: string): Promise<Timeline> {
  const rows = await readVerificationRows(client, externalUserId);
  const verificationIds = rows.map(row => row.id);
  const applicantIds = await readApplicantIds(client, externalUserId);
  const events = await readRecordedEvents(client, externalUserId);
  const told = await readToldRows(client, verificationIds);
  const checks = await readChecks(client, verificationIds);
  const deliveries = await readDeliveries(client, externalUserId, applicantIds);
  const audit = await readAudit(client, externalUserId);
  const erasedAt = await readErasure(client, externalUserId);

  const verifications = rows.map(
    (row): TimelineVerification => ({
      ...toSummary(row),
      happened: toHappenings(events, row.level_name),
      told: told
        .filter(({ verificationId }) => verificationId === row.id)
        .map(({ verificationId: _, at, ...rest }) => ({ at: at.toISOString(), ...rest })),
      checks: checks
        .filter(({ verificationId }) => verificationId === row.id)
        .map(({ verificationId: _, ...check }) => check),
    }),
  );
  const isKnown = rows.length + applicantIds.length + events.length + deliveries.length > 0;
  return {
    externalUserId,
    presence: isKnown ? 'known' : erasedAt ? 'erased' : 'unknown',
    erasedAt: erasedAt?.toISOString() ?? null,
    ...{ applicantIds, verifications, deliveries, audit },
    isShortened: [deliveries, audit, told, checks].some(entries => entries.length >= readAtMost),
    entries: listEntries({ verifications, deliveries, audit }),
  };
}

function toSummary(row: VerificationRow): Omit<TimelineVerification, 'happened' | 'told' | 'checks'> {
  return {
    verificationId: row.id,
    reference: toReference(row.id),
    levelName: row.level_name,
    revision: row.revision,
    ...{ status: row.status, remedy: row.remedy, since: row.changed_at?.toISOString() ?? null },
    nextCheck: row.check_at && {
      ...{ at: row.check_at.toISOString(), cause: row.check_cause, made: row.checks_made },
    },
  };
}

/** The history that the judge makes of the events, each with what it came from. */
function toHappenings(events: readonly RecordedEvent[], levelName: string): TimelineVerification['happened'] {
  const byKey = new Map(events.map(event => [event.key, event]));
  return foldEvents(events, levelName).history.flatMap(({ key, kind, happenedAt, effect, standing }) => {
    const event = byKey.get(key);
    if (!event) return [];
    const { type, source } = event;
    return [{ happenedAt: happenedAt.toISOString(), type, event: kind, effect, ...toPlain(standing), source }];
  });
}

function toPlain(standing: Standing): { status: string; remedy: string | null; since: string | null } {
  const remedy = standing.status === 'changed' ? standing.remedy : null;
  return { status: standing.status, remedy, since: standing.since?.toISOString() ?? null };
}
