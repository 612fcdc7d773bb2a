import type { Database } from '../database/database';
import type { Job } from '../jobs/jobs';
import type { Log } from '../log';
import { erasePerson } from './erase-person';
import { forgetLateSubjects } from './erasures';
import { daysKeptAfterDeletion, daysKeptUnused, retentionTable } from './retention-table';

const dayMs = 24 * 60 * 60 * 1000;
const hourMs = 60 * 60 * 1000;

interface RetentionDependencies {
  database: Database;
  log: Log;
  now: () => number;
  /** Rows of one statement: few, so that nobody waits long for a lock. */
  batch?: number;
}

/** Carries out `retentionTable`, every hour, in small steps that can be cut off anywhere. */
export function createRetentionJob({ database, log, now, batch = 500 }: RetentionDependencies): Job {
  async function run(signal: AbortSignal): Promise<void> {
    const at = now();
    for (const [table, { rules }] of Object.entries(retentionTable)) {
      for (const rule of rules) {
        if (rule.kind !== 'delete' && rule.kind !== 'expires') continue;
        const before = new Date(rule.kind === 'delete' ? at - rule.afterDays * dayMs : at);
        await repeat(signal, () => deleteBatch(database, table, rule.past, before, batch));
      }
    }
    const people = [
      {
        reason: 'deleted-at-provider',
        find: () => findDeleted(database, new Date(at - daysKeptAfterDeletion * dayMs)),
      },
      { reason: 'too-old', find: () => findUnused(database, new Date(at - daysKeptUnused * dayMs)) },
    ] as const;
    let erased = 0;
    for (const { reason, find } of people) {
      await repeat(signal, async () => {
        const found = await find();
        for (const externalUserId of found) {
          if (signal.aborted) break;
          await erasePerson(database, { externalUserId, actor: 'system', reason, at: new Date(at) });
          erased += 1;
        }
        return found.length;
      });
    }
    await forgetLateSubjects(database, new Date(at - 2 * hourMs));
    if (erased > 0) log.info({ job: 'retention', erased }, 'people were erased whose time was over');
  }

  return { name: 'retention', everyMs: hourMs, run };
}

/** Until a step finds nothing more. */
async function repeat(signal: AbortSignal, step: () => Promise<number>): Promise<void> {
  while (!signal.aborted && (await step()) > 0);
}

async function deleteBatch(database: Database, table: string, past: string, before: Date, batch: number) {
  return database.transaction(async client => {
    // The one way past the trigger that keeps the audit trail append-only.
    if (table === 'audit_trail') await client.query(`set local portico.enforces_retention = 'on'`);
    const { rowCount } = await client.query(
      `delete from ${table} where ctid = any(array(select ctid from ${table} where ${past} limit ${batch} for update skip locked))`,
      [before],
    );
    return rowCount ?? 0;
  });
}

const peopleAtOnce = 20;

/**
 * People whose last event is that IDnGO deleted them, before that moment, and who have not signed in since. That it
 * answered to know nobody of them is not enough: a wrong setting makes it say so of everybody.
 */
async function findDeleted(database: Database, before: Date): Promise<string[]> {
  const { rows } = await database.query<{ external_user_id: string }>(
    `select distinct d.external_user_id from events d
     where d.kind = 'deleted' and d.stand_in is null and d.happened_at < $1 and d.external_user_id is not null
       and not exists (
         select from events e where e.external_user_id = d.external_user_id
           and (e.happened_at >= $1 or (e.happened_at > d.happened_at and e.kind not in ('deleted', 'noted'))))
       and not exists (
         select from sessions s join verifications v on v.id = s.verification_id
         where v.external_user_id = d.external_user_id and s.last_seen_at > d.happened_at)
       and not exists (
         select from audit_trail a where a.subject_pseudonym = pseudonym(d.external_user_id)
           and a.action = 'signed-in' and a.at > d.happened_at)
     limit ${peopleAtOnce}`,
    [before],
  );
  return rows.map(row => row.external_user_id);
}

/** People all of whose verifications last changed before that moment, who have no later event and are not signed in. */
async function findUnused(database: Database, before: Date): Promise<string[]> {
  const { rows } = await database.query<{ external_user_id: string }>(
    `select distinct o.external_user_id from verifications o
     where greatest(o.created_at, o.changed_at) < $1
       and not exists (
         select from verifications v where v.external_user_id = o.external_user_id
           and (greatest(v.created_at, v.changed_at) >= $1 or exists (select from sessions s where s.verification_id = v.id)))
       and not exists (select from events e where e.external_user_id = o.external_user_id and e.happened_at >= $1)
     limit ${peopleAtOnce}`,
    [before],
  );
  return rows.map(row => row.external_user_id);
}
