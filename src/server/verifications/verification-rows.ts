import { createHash } from 'node:crypto';
import type { ChangedRemedy, Verification, VerificationStatus } from '#contract/verification';
import { type StatusCause, writeAudit } from '../audit/audit-trail';
import type { Queryable } from '../database/database';
import { planCheck } from '../reconcile/plan-check';
import {
  type EventKind,
  foldEvents,
  type HistoryEntry,
  isSameStanding,
  type StandIn,
  type Standing,
  type VerificationEvent,
} from './lifecycle';
import { lockPerson } from './locks';

/** Channel on which a changed verification's id is announced. A hint only: the row is the truth. */
export const changeChannel = 'verification_changed';

export interface VerificationRow {
  id: string;
  externalUserId: string;
  levelName: string;
  standing: Standing;
  revision: number;
  /** When what changed it last arrived, by the clock of the database. */
  arrivedAt: Date | null;
}

interface RawRow {
  id: string;
  external_user_id: string;
  level_name: string;
  status: VerificationStatus;
  remedy: ChangedRemedy | null;
  changed_at: Date | null;
  approved_at: Date | null;
  revision: number;
  arrived_at: Date | null;
}

const columns = 'id, external_user_id, level_name, status, remedy, changed_at, approved_at, revision, arrived_at';

export async function readVerification(client: Queryable, id: string): Promise<VerificationRow | undefined> {
  const { rows } = await client.query<RawRow>(`select ${columns} from verifications where id = $1`, [id]);
  return rows[0] && toRow(rows[0]);
}

export async function readVerifications(client: Queryable, ids: readonly string[]): Promise<VerificationRow[]> {
  const { rows } = await client.query<RawRow>(`select ${columns} from verifications where id = any($1::uuid[])`, [ids]);
  return rows.map(toRow);
}

export interface Refolded {
  id: string;
  changed: boolean;
  history: readonly HistoryEntry[];
}

/**
 * Makes sure the person has a verification at this level, and that all of their verifications say what their events say.
 * To be called in a transaction that holds the person's lock. Returns all of them.
 */
async function refoldPerson(
  client: Queryable,
  externalUserId: string,
  levelName: string | null,
  cause: StatusCause,
): Promise<Refolded[]> {
  if (levelName !== null) {
    await client.query(
      'insert into verifications (external_user_id, level_name) values ($1, $2) on conflict do nothing',
      [externalUserId, levelName],
    );
  }
  return refoldVerifications(client, externalUserId, cause);
}

/** The same for the verifications that are there. */
export async function refoldVerifications(
  client: Queryable,
  externalUserId: string,
  cause: StatusCause,
): Promise<Refolded[]> {
  const { verifications, events } = await readPerson(client, externalUserId);
  const refolded: Refolded[] = [];
  for (const row of verifications) {
    const { standing, history } = foldEvents(events, row.levelName);
    const changed = !isSameStanding(standing, row.standing);
    if (changed) await writeStanding(client, row, standing, cause);
    refolded.push({ id: row.id, changed, history });
  }
  return refolded;
}

/** The person's verification at a level, made where there is none. */
export async function ensureVerification(
  client: Queryable,
  externalUserId: string,
  levelName: string,
): Promise<VerificationRow> {
  await lockPerson(client, externalUserId);
  await refoldPerson(client, externalUserId, levelName, { kind: 'entry' });
  const { rows } = await client.query<RawRow>(
    `select ${columns} from verifications where external_user_id = $1 and level_name = $2`,
    [externalUserId, levelName],
  );
  if (!rows[0]) throw new Error('A verification that was just made is not there');
  return toRow(rows[0]);
}

export type EventRow = {
  key: string;
  kind: EventKind;
  event_level_name: string | null;
  happened_at: Date;
  stand_in: StandIn | null;
};

/**
 * What `toEvent` reads of a row of `events e`, for everybody who shows the judge the same events. A reset of steps was
 * written down as any reset by earlier versions; its type tells it apart.
 */
export const eventColumns = `
  e.key, case when e.kind = 'reset' and e.type = 'applicantStepsReset' then 'steps-reset' else e.kind end as kind,
  e.level_name as event_level_name, e.happened_at, e.stand_in`;

export function toEvent(row: EventRow): VerificationEvent {
  const { key, kind, event_level_name: levelName, happened_at: happenedAt, stand_in: standIn } = row;
  return { key, kind, levelName, happenedAt, standIn };
}

/** All events of a person, unsorted. */
export async function readEvents(client: Queryable, externalUserId: string): Promise<VerificationEvent[]> {
  const { rows } = await client.query<EventRow>(`select ${eventColumns} from events e where e.external_user_id = $1`, [
    externalUserId,
  ]);
  return rows.map(toEvent);
}

/** All verifications of a person and all of their events, unsorted: one row for each of both, however many there are. */
async function readPerson(
  client: Queryable,
  externalUserId: string,
): Promise<{ verifications: VerificationRow[]; events: VerificationEvent[] }> {
  const { rows } = await client.query<(RawRow & { key: null }) | ({ id: null } & EventRow)>({
    name: 'read-person',
    text: `
      select v.id, v.external_user_id, v.level_name, v.status, v.remedy, v.changed_at, v.approved_at, v.revision,
             v.arrived_at,
             ${eventColumns}
      from (select * from verifications where external_user_id = $1) v
      full join (select * from events where external_user_id = $1) e on false`,
    values: [externalUserId],
  });
  const verifications: VerificationRow[] = [];
  const events: VerificationEvent[] = [];
  for (const row of rows) {
    if (row.id === null) events.push(toEvent(row));
    else verifications.push(toRow(row));
  }
  return { verifications, events };
}

/** What the person's browser may know of the row. */
export function toVerification(row: VerificationRow): Verification {
  const common = {
    revision: row.revision,
    changedAt: row.standing.since?.toISOString() ?? null,
    reference: toReference(row.id),
  };
  return row.standing.status === 'changed'
    ? {
        status: 'changed',
        remedy: row.standing.remedy,
        approvedAt: row.standing.approvedAt?.toISOString() ?? null,
        ...common,
      }
    : { status: row.standing.status, ...common };
}

async function writeStanding(
  client: Queryable,
  { id, externalUserId }: VerificationRow,
  standing: Standing,
  cause: StatusCause,
): Promise<void> {
  const remedy = standing.status === 'changed' ? standing.remedy : null;
  const { rows } = await client.query<{ revision: number }>({
    name: 'write-standing',
    // Announced when the transaction commits, never before: https://www.postgresql.org/docs/current/sql-notify.html
    text: `
      with written as (
        update verifications set status = $2, remedy = $3, changed_at = $4, approved_at = $6, arrived_at = now(), revision = revision + 1,
          -- Whatever the status, IDnGO is asked in time whether it still stands.
          check_at = now() + $5 * interval '1 millisecond', check_cause = 'overdue', checks_made = 0
        where id = $1 returning id, revision
      )
      select revision, pg_notify('${changeChannel}', id::text) from written`,
    values: [
      id,
      standing.status,
      remedy,
      standing.since,
      planCheck(standing, 0, Math.random()) ?? null,
      standing.approvedAt ?? null,
    ],
  });
  await writeAudit(client, {
    action: 'status-changed',
    actor: cause.kind === 'entry' ? 'person' : 'provider',
    externalUserId,
    verificationId: id,
    cause,
    detail: {
      revision: rows[0]?.revision ?? null,
      status: standing.status,
      remedy,
      since: standing.since?.toISOString() ?? null,
    },
  });
}

function toRow(raw: RawRow): VerificationRow {
  const standing: Standing =
    raw.status === 'changed'
      ? { status: 'changed', remedy: raw.remedy ?? 'contact', since: raw.changed_at, approvedAt: raw.approved_at }
      : { status: raw.status, since: raw.changed_at };
  return {
    id: raw.id,
    externalUserId: raw.external_user_id,
    levelName: raw.level_name,
    standing,
    revision: raw.revision,
    arrivedAt: raw.arrived_at,
  };
}

const readableLetters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Six letters of a verification's id that survive being read out on the telephone. */
export function toReference(id: string): string {
  const letters = [...createHash('sha256').update(id).digest().subarray(0, 6)].map(
    byte => readableLetters[byte % readableLetters.length],
  );
  return `${letters.slice(0, 3).join('')}-${letters.slice(3).join('')}`;
}
