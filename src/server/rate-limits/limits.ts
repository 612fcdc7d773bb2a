import { createHmac } from 'node:crypto';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../database/database';
import { describeError, type Log } from '../log';
import { Refusal } from '../problems';

const tenMinutes = 10 * 60;

/** How often, in how many seconds. */
const limitTable = {
  // For one person: the key is the verification's id.
  'access-token': { points: 30, seconds: tenMinutes },
  documents: { points: 60, seconds: tenMinutes },
  reveal: { points: 10, seconds: tenMinutes },
  check: { points: 6, seconds: tenMinutes },
  'hand-off': { points: 20, seconds: tenMinutes },
  'mail-link': { points: 30, seconds: tenMinutes },
  // For one of the staff: the studio saves by itself every few seconds while somebody works.
  'theme-write': { points: 600, seconds: tenMinutes },
  // For one token, which lets in once: enough for a double click, and a replay soon costs nothing.
  'same-token': { points: 10, seconds: tenMinutes },
  // For one address.
  'new-session': { points: 30, seconds: tenMinutes },
  'refused-entry': { points: 30, seconds: tenMinutes },
  'forged-delivery': { points: 300, seconds: 60 },
  // For all together.
  'new-sessions': { points: 600, seconds: 60 },
  'refused-entry-audit': { points: 60, seconds: 60 },
} as const;
export type LimitName = keyof typeof limitTable;

/** The caller of a local run or a load test, who has a thousand times the room, and still an end of it. */
export const thisMachine = { isThisMachine: true } as const;
const roomFactor = 1000;

/** Who is counted: an id or an address. */
export type Caller = string | typeof thisMachine;

export interface Limits {
  /** Counts one try; a caller that is undefined is not counted. @throws {Refusal} `rate-limited`, with Retry-After */
  consume(name: LimitName, caller: Caller | undefined): Promise<void>;
  /** The same as a question. */
  isWithin(name: LimitName, caller: Caller | undefined): Promise<boolean>;
  /** Forgets counts whose time is over. */
  purge(): Promise<void>;
}

const warnIntervalMs = 60_000;
/** A few times the connections of the pool. */
const maxAskedAtOnce = 64;

interface LimitsDependencies {
  database: Database;
  secret: string;
  log: Log;
  /** Per limit: callers that are blocked, and, while the database is away, all of them. */
  maxKeysInMemory?: number;
}

/**
 * Limits that all processes share through the database.
 *
 * 1. Who is over a limit is remembered in memory until it is over, so that a flood costs no query.
 * 2. The database is asked only so much at once, so that a flood from many addresses keeps no delivery from it. Beyond
 *    that, and while it is away, each process counts by itself, in a fixed number of buckets.
 * 3. Keys are HMACs: the table holds nobody's address.
 */
export function createLimits({ database, secret, log, maxKeysInMemory = 10_000 }: LimitsDependencies): Limits {
  const limiters = new Map<string, Limiter>();
  let warnedAt = Number.NEGATIVE_INFINITY;
  let askedNow = 0;

  function limiterOf(name: LimitName, caller: Caller): Limiter {
    const kind = caller === thisMachine ? `${name}-here` : name;
    const known = limiters.get(kind);
    if (known) return known;
    const { points, seconds } = limitTable[name];
    const rule = { keyPrefix: kind, points: caller === thisMachine ? points * roomFactor : points, duration: seconds };
    const shared = new RateLimiterPostgres({
      ...rule,
      storeClient: database.pool,
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      inMemoryBlockOnConsumed: rule.points,
    });
    const limiter = { shared, alone: new RateLimiterMemory(rule), seconds, blocked: 0 };
    limiters.set(kind, limiter);
    return limiter;
  }

  function rememberBlock(limiter: Limiter): void {
    limiter.blocked += 1;
    if (limiter.blocked < maxKeysInMemory) return;
    limiter.blocked = 0;
    limiter.shared.deleteInMemoryBlockedAll();
  }

  const toBucket = (key: string) => String(Number.parseInt(key.slice(0, 8), 16) % maxKeysInMemory);

  /** Returns undefined, or for how many more seconds the caller has to wait. */
  async function count(limiter: Limiter, key: string): Promise<number | undefined> {
    if (askedNow >= maxAskedAtOnce) return countAlone(limiter, key);
    askedNow += 1;
    try {
      const { remainingPoints } = await limiter.shared.consume(key);
      if (remainingPoints === 0) rememberBlock(limiter);
      return undefined;
    } catch (reason) {
      if (reason instanceof RateLimiterRes) {
        if (reason.consumedPoints > 0) rememberBlock(limiter);
        return toSeconds(reason);
      }
      if (Date.now() - warnedAt > warnIntervalMs) {
        warnedAt = Date.now();
        log.warn({ error: describeError(reason) }, 'limits are kept by this process alone');
      }
      return countAlone(limiter, key);
    } finally {
      askedNow -= 1;
    }
  }

  function countAlone({ alone }: Limiter, key: string): Promise<number | undefined> {
    return alone.consume(toBucket(key)).then(() => undefined, toSeconds);
  }

  async function wait(name: LimitName, caller: Caller | undefined): Promise<number | undefined> {
    if (caller === undefined) return undefined;
    const limiter = limiterOf(name, caller);
    const key = typeof caller === 'string' ? toKey(secret, name, caller) : 'here';
    const seconds = await count(limiter, key);
    // Longer than is possible: it was counted while the clock was ahead.
    if (seconds === undefined || seconds <= limiter.seconds + 1) return seconds;
    await limiter.shared.delete(key).catch(() => undefined); // counted anew below, whatever became of it
    return (await count(limiter, key)) === undefined ? undefined : limiter.seconds;
  }

  return {
    async consume(name, caller) {
      const seconds = await wait(name, caller);
      if (seconds === undefined) return;
      throw new Refusal('rate-limited', `Try again in ${seconds} s`, { 'retry-after': String(seconds) });
    },
    isWithin: async (name, caller) => (await wait(name, caller)) === undefined,
    async purge() {
      await database.query('delete from rate_limits where expire < $1', [Date.now()]);
    },
  };
}

interface Limiter {
  shared: RateLimiterPostgres;
  alone: RateLimiterMemory;
  seconds: number;
  /** How many blocks the shared limiter may hold in memory, of which it forgets none by itself before their time. */
  blocked: number;
}

/** Key of the row in which a caller's tries are counted. */
export function toLimitRow(secret: string, name: LimitName, caller: string): string {
  return `${name}:${toKey(secret, name, caller)}`;
}

function toKey(secret: string, name: LimitName, caller: string): string {
  return createHmac('sha256', secret).update(`${name}:${caller}`).digest('hex').slice(0, 32);
}

function toSeconds(reason: unknown): number {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  return Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
}
