import type { Context, Hono } from 'hono';
import {
  type Assignment,
  assignSchema,
  type Publication,
  type PublishedThemeAnswer,
  publishSchema,
  type StudioAnswer,
  type StudioLevel,
  studioPaths,
} from '#contract/studio';
import type { Theme } from '#contract/theme';
import type { FontFace } from '#theming/fonts-of';
import { writeAudit } from '../audit/audit-trail';
import type { Config } from '../config';
import type { Database } from '../database/database';
import type { IdngoClient } from '../idngo-client/idngo-client';
import { Refusal } from '../problems';
import type { Limits } from '../rate-limits/limits';
import { isName } from '../verifications/names';
import { compilePublication } from './compile-publication';
import type { Designer, DesignerGate } from './designer';
import { draftPath, noDraft, readDraftId } from './draft-id';
import { readVersion } from './draft-rows';
import {
  type AssignmentRow,
  findPublication,
  insertAssignment,
  insertPublication,
  listAssignments,
  listKnownLevels,
  listPublications,
  type PublicationRow,
  readAssigned,
  readPublication,
} from './publication-rows';
import { readDocument } from './read-document';
import { readJson } from './read-json';

interface PublicationDependencies {
  config: Pick<Config, 'idngo' | 'publicUrl'>;
  database: Database;
  designers: DesignerGate;
  limits: Limits;
  idngo: Pick<IdngoClient, 'createAccessToken'>;
  fontFaces: readonly FontFace[];
  /** The installation's own. */
  own: { theme: Theme; path: string };
  now: () => number;
}

const noStore = { 'cache-control': 'no-store' };
const tokenLifetimeSeconds = 600;

/** What goes out to people, and to which level; for designers, but for the first, which says who that is. */
export function addPublicationRoutes(app: Hono, dependencies: PublicationDependencies): void {
  const { config, database, designers, limits, idngo, fontFaces, own, now } = dependencies;
  const usualLevel = config.idngo.levelName;

  async function requireWriter(c: Context): Promise<Designer> {
    const designer = await designers.require(c);
    await limits.consume('theme-write', designer.name);
    return designer;
  }

  const toPublication = (row: PublicationRow): Publication => ({
    id: Number(row.id),
    name: row.name,
    draftId: row.draft_id,
    draftNumber: row.draft_number === null ? null : Number(row.draft_number),
    version: row.version,
    url: `${config.publicUrl}${row.frame_path}`,
    publishedAt: row.published_at.toISOString(),
    publishedBy: row.published_by,
  });

  async function readLevels(): Promise<StudioLevel[]> {
    const [known, assigned] = await Promise.all([listKnownLevels(database), readAssigned(database)]);
    const names = [usualLevel, ...known.filter(name => name !== usualLevel)];
    return names.map(name => {
      const row = assigned.find(candidate => candidate.level_name === name);
      return { name, isUsual: name === usualLevel, publication: row ? toPublication(row) : null };
    });
  }

  app.get(studioPaths.studio, async c => {
    // Who only plays needs no database.
    const designer = await designers.read(c).catch(() => undefined);
    const answer: StudioAnswer = {
      designer: designer ?? null,
      publicUrl: config.publicUrl,
      fontFaces: [...fontFaces],
      provider: {
        origin: config.idngo.baseUrl,
        loaderUrl: config.idngo.sdkUrl,
        environment: config.idngo.environment,
      },
      levels: designer ? await readLevels() : [],
    };
    return c.json(answer, 200, noStore);
  });

  app.post(`${draftPath}/publications`, async c => {
    const { name: by } = await requireWriter(c);
    const draftId = readDraftId(c);
    const { version } = await readJson(c.req.raw, publishSchema);
    const row = await readVersion(database, draftId, version);
    if (!row) throw noDraft();
    const { files, notes } = compilePublication(readDocument(row.document), fontFaces);
    const before = await findPublication(database, { draftId, version, files });
    if (before) return c.json({ publication: toPublication(before), notes }, 200, noStore);
    const publication = await database.transaction(async client => {
      const id = await insertPublication(client, { draftId, version, files, by });
      const published = id && (await readPublication(client, id));
      if (!published) throw new Refusal('not-found', 'The draft was deleted, or this version of it forgotten');
      const detail = { publication: id, path: files.frame.path };
      await writeAudit(client, { action: 'theme-published', actor: 'staff', actorId: by, detail });
      return published;
    });
    return c.json({ publication: toPublication(publication), notes }, 201, noStore);
  });

  app.get(studioPaths.publications, async c => {
    await designers.require(c);
    const [publications, assignments] = await Promise.all([listPublications(database), listAssignments(database)]);
    const answer = { publications: publications.map(toPublication), assignments: assignments.map(toAssignment) };
    return c.json(answer, 200, noStore);
  });

  app.post(studioPaths.assignments, async c => {
    const { name: by } = await requireWriter(c);
    const { levelName, publicationId } = await readJson(c.req.raw, assignSchema);
    if (!isName(levelName)) throw new Refusal('malformed-request', 'levelName: is no name of a level');
    await database.transaction(async client => {
      if (publicationId !== null && !(await readPublication(client, publicationId))) {
        throw new Refusal('not-found', 'There is no such publication');
      }
      await insertAssignment(client, { levelName, publicationId, by });
      const detail = { level: levelName, publication: publicationId };
      await writeAudit(client, { action: 'theme-assigned', actor: 'staff', actorId: by, detail });
    });
    return c.json({ levels: await readLevels() }, 201, noStore);
  });

  // What people get is no secret at the usual level; which other levels there are is the operator's business.
  app.get(studioPaths.published, async c => {
    const asked = c.req.query('level');
    if (asked !== undefined && asked !== usualLevel) await designers.require(c);
    const levelName = asked ?? usualLevel;
    const row = (await readAssigned(database)).find(candidate => candidate.level_name === levelName);
    const publication = row && (await readPublication(database, row.id));
    const answer: PublishedThemeAnswer = publication
      ? {
          levelName,
          publishedAt: publication.published_at.toISOString(),
          url: `${config.publicUrl}${publication.frame_path}`,
          theme: readDocument(publication.document),
        }
      : { levelName, publishedAt: null, url: `${config.publicUrl}${own.path}`, theme: own.theme };
    return c.json(answer, 200, noStore);
  });

  app.post(studioPaths.accessToken, async c => {
    const { name: by } = await designers.require(c);
    await limits.consume('access-token', `studio-${by}`);
    const askedAt = now();
    // First the entry: nobody has a token that the trail does not know of.
    await writeAudit(database, { action: 'studio-token-made', actor: 'staff', actorId: by });
    const { token } = await idngo.createAccessToken({
      userId: `studio-${by}`,
      levelName: usualLevel,
      ttlInSecs: tokenLifetimeSeconds,
    });
    const expiresAt = new Date(askedAt + tokenLifetimeSeconds * 1000).toISOString();
    return c.json({ token, expiresAt }, 200, noStore);
  });
}

function toAssignment(row: AssignmentRow): Assignment {
  return {
    id: Number(row.id),
    levelName: row.level_name,
    publicationId: row.publication_id === null ? null : Number(row.publication_id),
    assignedAt: row.assigned_at.toISOString(),
    assignedBy: row.assigned_by,
  };
}
