import type { Standing } from '../verifications/lifecycle';

interface Plan {
  firstMs: number;
  /** No wait is longer. */
  capMs: number;
  /** Nothing is asked later than this after the status began. */
  untilMs: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const checked: Plan = { firstMs: 10 * minute, capMs: day, untilMs: Number.POSITIVE_INFINITY };
const held: Plan = { firstMs: hour, capMs: day, untilMs: Number.POSITIVE_INFINITY };
/** The person is waited for, not IDnGO. */
const idle: Plan = { firstMs: hour, capMs: Number.POSITIVE_INFINITY, untilMs: 7 * day };
/** A second final verdict can be lost like any other delivery. */
const settled: Plan = { firstMs: day, capMs: Number.POSITIVE_INFINITY, untilMs: 31 * day };

/**
 * How long to wait, in milliseconds, before IDnGO is asked about a person whose status stands like this and was asked
 * about `checksMade` times already; undefined where there is no more to ask. Each wait is twice the one before, give or
 * take a fifth; `random` is between 0 and 1.
 */
export function planCheck(standing: Standing, checksMade: number, random: number): number | undefined {
  const plan = toPlan(standing);
  if (!plan) return undefined;
  const waitMs = Math.min(plan.firstMs * 2 ** checksMade, plan.capMs);
  const sinceBeginMs = plan.firstMs * (2 ** (checksMade + 1) - 1);
  return sinceBeginMs <= plan.untilMs ? Math.round(waitMs * (0.8 + 0.4 * random)) : undefined;
}

function toPlan({ status, since }: Standing): Plan | undefined {
  switch (status) {
    case 'in-review':
      return checked;
    case 'on-hold':
      return held;
    case 'in-progress':
    case 'action-needed':
      return idle;
    case 'verified':
    case 'not-verified':
    case 'changed':
      return settled;
    case 'not-started':
      // Whoever once was further may not be as new as an answer made them.
      return since === null ? undefined : idle;
  }
}
