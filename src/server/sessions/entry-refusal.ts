import type { Context } from 'hono';
import type { ProblemCode } from '#contract/problem';
import { type AuditActor, writeAudit } from '../audit/audit-trail';
import type { Database } from '../database/database';
import { describeError, type Log } from '../log';
import { Refusal } from '../problems';
import type { AddressReader } from '../rate-limits/client-address';
import type { Limits } from '../rate-limits/limits';

/** What the start page is told of an entry that was refused. */
const entryProblems: Partial<Record<ProblemCode, string>> = {
  'hand-over-expired': 'expired',
  'hand-over-invalid': 'invalid',
  'hand-over-used': 'used',
  'rate-limited': 'busy',
};

interface RefusalDependencies {
  database: Database;
  limits: Limits;
  addresses: AddressReader;
  log: Log;
}

/**
 * Makes of a failed entry what the start page is told. What was refused is logged and audited by code alone, and counts
 * against its address, so that neither the trail nor the log can be flooded and guessing comes to an end. Entries that
 * are right never count: whole cities share an address with their carrier.
 */
export type RefuseEntry = (c: Context, error: unknown, actor: AuditActor) => Promise<string>;

export function createEntryRefusal({ database, limits, addresses, log }: RefusalDependencies): RefuseEntry {
  async function record(c: Context, { code, message: reason }: Refusal, actor: AuditActor): Promise<void> {
    if (code === 'rate-limited') return;
    if (code !== 'hand-over-unavailable') await limits.consume('refused-entry', addresses.read(c));
    log.warn({ requestId: c.get('requestId'), code, reason }, 'an entry was refused');
    if (await limits.isWithin('refused-entry-audit', 'everybody')) {
      await writeAudit(database, { action: 'sign-in-refused', actor, detail: { code, reason } });
    }
  }

  return async (c, error, actor) => {
    if (c.req.raw.signal.aborted) return 'unavailable'; // read by nobody
    if (!(error instanceof Refusal)) {
      log.error({ requestId: c.get('requestId'), error: describeError(error) }, 'an entry failed');
      return 'unavailable';
    }
    try {
      await record(c, error, actor);
      return entryProblems[error.code] ?? 'unavailable';
    } catch (other) {
      return other instanceof Refusal ? (entryProblems[other.code] ?? 'unavailable') : 'unavailable';
    }
  };
}
