import * as v from 'valibot';

/** Scenarios as the panel and scripts see them. Times are ISO 8601 in UTC. */
const moveSchema = v.object({
  move: v.picklist([
    'await-submission',
    'await-step',
    'pause',
    'verdict',
    'change-level',
    'precheck',
    'hold',
    'reset',
    'deactivate',
    'activate',
    'delete',
    'expire-tokens',
  ]),
  /** Whose turn it is. */
  actor: v.picklist(['person', 'time', 'idngo']),
  words: v.string(),
});

const scenarioSchema = v.object({
  name: v.string(),
  title: v.string(),
  sentence: v.string(),
  /** Where it makes sense at one level only. */
  levelName: v.nullable(v.string()),
  moves: v.array(moveSchema),
});
export type ScenarioView = v.InferOutput<typeof scenarioSchema>;
/** Answer of `GET /panel/api/scenarios`. */
export const scenarioListSchema = v.object({ items: v.array(scenarioSchema) });

/** `sandbox`: the sandbox plays the person's side, too, and makes the applicant where there is none. */
export const players = ['themselves', 'sandbox'] as const;
export type Player = (typeof players)[number];
/** `fast`: no pause is longer than two seconds. */
export const paces = ['real', 'fast'] as const;
export type Pace = (typeof paces)[number];

const id = v.pipe(v.string(), v.minLength(1));

/**
 * Body of `POST /panel/api/scenarios/{name}/play`, for exactly one of: an applicant that is there; the person of an
 * `externalUserId`, there or still to come; `next`, whoever comes next as a new person.
 */
export const playSchema = v.pipe(
  v.object({
    applicantId: v.optional(id),
    externalUserId: v.optional(id),
    next: v.optional(v.literal(true)),
    person: v.picklist(players),
    pace: v.optional(v.picklist(paces), 'real'),
    /**
     * Whether an applicant that was decided, held or deactivated is first reset and activated, so that the scenario
     * begins at the beginning. Left out: where the sandbox plays the person.
     */
    startOver: v.optional(v.boolean()),
    /** Of an applicant that the sandbox makes or plays; left out: the scenario's, or that of the applicant. */
    levelName: v.optional(id),
    /** Of an applicant that the sandbox makes. */
    lang: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2}(?:-[a-z]{2})?$/i))),
  }),
  v.check(
    ({ applicantId, externalUserId, next }) =>
      [applicantId, externalUserId, next].filter(subject => subject !== undefined).length === 1,
    'name exactly one of applicantId, externalUserId, "next": true',
  ),
);
export type Play = v.InferOutput<typeof playSchema>;
export type PlayInput = v.InferInput<typeof playSchema>;

const runStateSchema = v.variant('name', [
  /** `until`: when it goes on by itself; null while it waits for the person. */
  v.object({ name: v.literal('running'), words: v.string(), until: v.nullable(v.string()) }),
  v.object({ name: v.literal('done') }),
  v.object({ name: v.literal('stopped'), words: v.string() }),
  v.object({ name: v.literal('failed'), words: v.string() }),
]);

const runSchema = v.object({
  runId: v.string(),
  /** Name of the scenario. */
  scenario: v.string(),
  title: v.string(),
  person: v.picklist(players),
  pace: v.picklist(paces),
  /** Null until the person is there. */
  applicantId: v.nullable(v.string()),
  /** Null where it is for the next person, and nobody has come yet. */
  externalUserId: v.nullable(v.string()),
  startedAt: v.string(),
  changedAt: v.string(),
  state: runStateSchema,
  /** Starting over comes first, where it was needed; `playedAt` is null for what is still to come. */
  moves: v.array(v.object({ ...moveSchema.entries, playedAt: v.nullable(v.string()) })),
});
export type RunView = v.InferOutput<typeof runSchema>;
/** Answer of `GET /panel/api/scenario-runs[?applicantId=|?externalUserId=]`; newest first. */
export const runListSchema = v.object({ items: v.array(runSchema) });
/** Answer of `POST /panel/api/scenario-runs/{runId}/stop`. */
export const runAnswerSchema = runSchema;
/** Answer of `POST /panel/api/scenarios/{name}/play`; `replaced`: the run that this one has put an end to. */
export const playAnswerSchema = v.object({ run: runSchema, replaced: v.nullable(runSchema) });
export type PlayAnswer = v.InferOutput<typeof playAnswerSchema>;
