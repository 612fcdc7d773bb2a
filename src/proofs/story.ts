import type { Random } from './seeded-random';

/** What IDnGO says in one webhook, as far as it matters here. */
export interface Told {
  type: string;
  applicantId: string;
  externalUserId?: string;
  levelName?: string;
  sandboxMode: true;
  reviewStatus: string;
  reviewResult?: { reviewAnswer: 'GREEN' | 'RED'; reviewRejectType?: 'RETRY' | 'FINAL'; rejectLabels?: string[] };
  createdAtMs: string;
  correlationId: string;
}

export interface Story {
  externalUserId: string;
  told: Told[];
}

export const level = 'basic-kyc-level';
const anotherLevel = 'another-level';
const startedAt = Date.UTC(2026, 10, 20, 12, 0, 0);

const green = { reviewAnswer: 'GREEN' } as const;
const retry = { reviewAnswer: 'RED', reviewRejectType: 'RETRY' } as const;
const final = { reviewAnswer: 'RED', reviewRejectType: 'FINAL' } as const;

/** Types with what comes along, as often as they are listed. */
const kinds: readonly Pick<Told, 'type' | 'reviewStatus' | 'reviewResult'>[] = [
  { type: 'applicantCreated', reviewStatus: 'init' },
  { type: 'applicantPending', reviewStatus: 'pending' },
  { type: 'applicantPending', reviewStatus: 'pending' },
  { type: 'applicantPrechecked', reviewStatus: 'prechecked' },
  { type: 'applicantOnHold', reviewStatus: 'onHold' },
  { type: 'applicantReviewed', reviewStatus: 'completed', reviewResult: green },
  { type: 'applicantReviewed', reviewStatus: 'completed', reviewResult: green },
  { type: 'applicantReviewed', reviewStatus: 'completed', reviewResult: { ...retry, rejectLabels: ['BAD_SELFIE'] } },
  { type: 'applicantReviewed', reviewStatus: 'completed', reviewResult: { ...final, rejectLabels: ['FORGERY'] } },
  { type: 'applicantReviewed', reviewStatus: 'pending', reviewResult: green },
  { type: 'applicantReset', reviewStatus: 'init' },
  { type: 'applicantStepsReset', reviewStatus: 'init' },
  { type: 'applicantLevelChanged', reviewStatus: 'init' },
  { type: 'applicantDeactivated', reviewStatus: 'completed' },
  { type: 'applicantActivated', reviewStatus: 'completed' },
  { type: 'applicantDeleted', reviewStatus: 'init' },
  { type: 'applicantPersonalInfoChanged', reviewStatus: 'completed', reviewResult: green },
  { type: 'applicantTagsChanged', reviewStatus: 'completed' },
  { type: 'applicantOfTomorrow', reviewStatus: 'completed', reviewResult: green },
];

const takesAway = [
  'applicantOnHold',
  'applicantReset',
  'applicantStepsReset',
  'applicantLevelChanged',
  'applicantDeactivated',
  'applicantDeleted',
];

/**
 * A person's life with IDnGO: anything may follow anything. Every moment is a different one, but for an approval now and
 * then in the very millisecond of what takes it away; one webhook in five names only the applicant, the
 * first never does and is of a type that is known.
 */
export function makeStory(externalUserId: string, length: number, random: Random): Story {
  const told: Told[] = [];
  let at = startedAt;
  while (told.length < length) {
    const isTwin = takesAway.includes(told.at(-1)?.type ?? '') && random.next() < 0.1;
    at += isTwin ? 0 : random.integer(1, 100_000);
    const kind = isTwin
      ? { type: 'applicantReviewed', reviewStatus: 'completed', reviewResult: green }
      : random.pick(told.length === 0 ? kinds.slice(0, -1) : kinds);
    const levelName = random.pick([level, level, level, level, anotherLevel, undefined]);
    const namesThePerson = told.length === 0 || random.next() < 0.8;
    told.push({
      ...kind,
      applicantId: `applicant-of-${externalUserId}`,
      ...(namesThePerson ? { externalUserId } : {}),
      ...(levelName ? { levelName } : {}),
      sandboxMode: true,
      createdAtMs: toMoment(at),
      correlationId: `${externalUserId}-${told.length}`,
    });
  }
  return { externalUserId, told };
}

/** What a review's status can tell, so that it can be asked for. */
const plainKinds = kinds.filter(({ type, reviewStatus }) => {
  const isPlain = ['applicantPending', 'applicantPrechecked', 'applicantOnHold', 'applicantReviewed'].includes(type);
  return isPlain && !(type === 'applicantReviewed' && reviewStatus === 'pending');
});

/** A life at one level, of reviews alone, slow enough for dates that have no finer part than the second. */
export function makePlainStory(externalUserId: string, length: number, random: Random): Story {
  let at = startedAt;
  const told = Array.from({ length }, (_, number): Told => {
    at += random.integer(2_000, 100_000);
    return {
      ...(number === 0 ? { type: 'applicantPending', reviewStatus: 'pending' } : random.pick(plainKinds)),
      applicantId: `applicant-of-${externalUserId}`,
      externalUserId,
      levelName: level,
      sandboxMode: true,
      createdAtMs: toMoment(at),
      correlationId: `${externalUserId}-${number}`,
    };
  });
  return { externalUserId, told };
}

function toMoment(at: number): string {
  return new Date(at).toISOString().replace('T', ' ').replace('Z', '');
}
