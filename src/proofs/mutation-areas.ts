interface Area {
  /** What is changed, in places where it should matter. */
  mutate: readonly string[];
  /** What should notice. */
  tests: readonly string[];
}

const server = 'src/server';

export const mutationAreas = {
  lifecycle: {
    mutate: [`${server}/verifications/{lifecycle,place-events}.ts`],
    tests: [`${server}/verifications/{lifecycle,place-events}.test.ts`],
  },
  translation: {
    mutate: [`${server}/verifications/{translate-webhook,translate-review}.ts`],
    tests: [`${server}/verifications/{translate-webhook,translate-review}.test.ts`],
  },
  record: {
    mutate: [`${server}/verifications/record-status.ts`],
    tests: [
      `${server}/verifications/record-status.test.ts`,
      `${server}/webhooks/{failed-deliveries,take-delivery}.test.ts`,
    ],
  },
  signing: {
    mutate: [`${server}/idngo-client/sign-request.ts`, `${server}/webhooks/check-digest.ts`],
    tests: [`${server}/idngo-client/sign-request.test.ts`, `${server}/webhooks/check-digest.test.ts`],
  },
  receiver: {
    mutate: [`${server}/webhooks/{delivery-facts,delivery-rows,routes,take-delivery}.ts`],
    tests: [`${server}/webhooks/{delivery-facts,failed-deliveries,take-delivery,under-way}.test.ts`],
  },
  sessions: {
    mutate: [`${server}/sessions/{sessions,session-rows,session-lifetimes,spent-tokens}.ts`],
    tests: [`${server}/sessions/sessions.test.ts`],
  },
  tokens: {
    mutate: [`${server}/sessions/{entry-refusal,hand-over,mail-links,operator-links,read-claims}.ts`],
    tests: [`${server}/sessions/{entry-refusal,verify-hand-over,mail-links,operator-links,read-claims}.test.ts`],
  },
  cookies: {
    mutate: [`${server}/sessions/session-cookie.ts`],
    tests: [`${server}/sessions/session-cookie.test.ts`],
  },
  entry: {
    mutate: [`${server}/sessions/{mail-link-routes,refuse-cross-site,routes}.ts`],
    tests: [
      `${server}/sessions/{hand-over,mail-links,refuse-cross-site,routes,staff-entry}.test.ts`,
      `${server}/rate-limits/limited-routes.test.ts`,
    ],
  },
} satisfies Record<string, Area>;

export type MutationArea = keyof typeof mutationAreas;

export function isMutationArea(name: string | undefined): name is MutationArea {
  return name !== undefined && Object.hasOwn(mutationAreas, name);
}
