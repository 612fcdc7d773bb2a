import * as v from 'valibot';
import { themeSchema } from './theme';

/** Of one request: the longest that a theme as JSON may be. */
export const maxThemeBytes = 512 * 1024;
/** The longest that a published stylesheet may be. */
export const maxSheetBytes = 384 * 1024;

const fontFaceSchema = v.object({ family: v.string(), url: v.string(), unicodeRange: v.string() });

/** A theme as it went out, which never changes. */
const publicationSchema = v.object({
  id: v.number(),
  name: v.string(),
  /** Of the draft that it was made of; null where that is gone. */
  draftId: v.nullable(v.string()),
  draftNumber: v.nullable(v.number()),
  version: v.number(),
  /** Absolute address of the stylesheet, for `uiConf.customCss`. */
  url: v.string(),
  publishedAt: v.string(),
  publishedBy: v.string(),
});
export type Publication = v.InferOutput<typeof publicationSchema>;

const levelSchema = v.object({
  name: v.string(),
  /** The one at which new people are verified. */
  isUsual: v.boolean(),
  /** Null: the installation's own theme. */
  publication: v.nullable(publicationSchema),
});
export type StudioLevel = v.InferOutput<typeof levelSchema>;

/** Answer of `GET /api/studio`: what the studio needs to know of this installation and of whoever asks. */
export const studioSchema = v.object({
  /** Null: may look and play, and neither save nor publish. */
  designer: v.nullable(v.object({ name: v.string(), isLocal: v.boolean() })),
  publicUrl: v.string(),
  /** Of the packaged font, with absolute addresses, so that the stylesheet holds in any frame. */
  fontFaces: v.array(fontFaceSchema),
  provider: v.object({
    /** Origin of the SDK frame. */
    origin: v.string(),
    /** IDnGO's own loader script, where they gave an address; null for the packaged loader. */
    loaderUrl: v.nullable(v.string()),
    environment: v.picklist(['sandbox', 'production']),
  }),
  /** Empty for whoever has no rights. */
  levels: v.array(levelSchema),
});
export type StudioAnswer = v.InferOutput<typeof studioSchema>;

const savedSchema = v.object({ version: v.number(), savedAt: v.string(), savedBy: v.string() });

export const draftSummarySchema = v.object({
  id: v.string(),
  /** What people call it: draft 14. */
  number: v.number(),
  name: v.string(),
  ...savedSchema.entries,
  /** Null: it is there. Otherwise it can be had back for a month. */
  deletedAt: v.nullable(v.string()),
});
export type DraftSummary = v.InferOutput<typeof draftSummarySchema>;

export const draftSchema = v.object({ ...draftSummarySchema.entries, theme: themeSchema });
export type Draft = v.InferOutput<typeof draftSchema>;

const versionSummarySchema = v.object({
  ...savedSchema.entries,
  name: v.string(),
  /** Saved by somebody, and not by the studio on its own. */
  byHand: v.boolean(),
});
export type VersionSummary = v.InferOutput<typeof versionSummarySchema>;

/** Whether a theme can be called so: people can see it, and every system on the way can keep it. */
export function isThemeName(name: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(name) && !/[\p{Cc}\p{Cs}]/u.test(name);
}

/** As the database counts. */
const versionNumber = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1));

/** Body of `POST /api/studio/drafts`. */
export const newDraftSchema = v.strictObject({ theme: themeSchema });

/** Body of `PUT /api/studio/drafts/{id}`; refused as `theme-stale` where `madeFrom` is not the newest version any more. */
export const saveSchema = v.strictObject({
  theme: themeSchema,
  madeFrom: versionNumber,
  byHand: v.boolean(),
});

/** Body of `POST /api/studio/drafts/{id}/copies`. */
export const copySchema = v.strictObject({ name: themeSchema.entries.name });

/** Body of `POST /api/studio/drafts/{id}/publications`. */
export const publishSchema = v.strictObject({ version: versionNumber });

/** What is said of a published stylesheet; nothing is refused for it. */
export const publishNotes = ['no-rule'] as const;
export type PublishNote = (typeof publishNotes)[number];

export const publishedSchema = v.object({ publication: publicationSchema, notes: v.array(v.picklist(publishNotes)) });

/** Body of `POST /api/studio/assignments`. `publicationId` null: the installation's own theme. */
export const assignSchema = v.strictObject({
  levelName: v.string(),
  publicationId: v.nullable(v.pipe(v.number(), v.safeInteger())),
});

const assignmentSchema = v.object({
  id: v.number(),
  levelName: v.string(),
  publicationId: v.nullable(v.number()),
  assignedAt: v.string(),
  assignedBy: v.string(),
});
export type Assignment = v.InferOutput<typeof assignmentSchema>;

/** What people at a level get: a theme that was published, or the installation's own. */
export const publishedThemeSchema = v.object({
  levelName: v.string(),
  /** Null: the installation's own. */
  publishedAt: v.nullable(v.string()),
  url: v.string(),
  theme: themeSchema,
});
export type PublishedThemeAnswer = v.InferOutput<typeof publishedThemeSchema>;

const draftPath = (id: string) => `/api/studio/drafts/${encodeURIComponent(id)}`;

export const studioPaths = {
  studio: '/api/studio',
  drafts: '/api/studio/drafts',
  draft: draftPath,
  restore: (id: string) => `${draftPath(id)}/restore`,
  copies: (id: string) => `${draftPath(id)}/copies`,
  versions: (id: string) => `${draftPath(id)}/versions`,
  version: (id: string, version: number) => `${draftPath(id)}/versions/${version}`,
  publish: (id: string) => `${draftPath(id)}/publications`,
  publications: '/api/studio/publications',
  assignments: '/api/studio/assignments',
  published: '/api/studio/published',
  accessToken: '/api/studio/access-token',
} as const;

export const studioAnswers = {
  studio: studioSchema,
  drafts: v.object({ drafts: v.array(draftSummarySchema) }),
  draft: draftSchema,
  versions: v.object({ versions: v.array(versionSummarySchema) }),
  version: v.object({ ...versionSummarySchema.entries, theme: themeSchema }),
  published: publishedSchema,
  publications: v.object({ publications: v.array(publicationSchema), assignments: v.array(assignmentSchema) }),
  levels: v.object({ levels: v.array(levelSchema) }),
  publishedTheme: publishedThemeSchema,
  accessToken: v.object({ token: v.string(), expiresAt: v.string() }),
} as const;
