import type { Context, Hono } from 'hono';
import {
  copySchema,
  type Draft,
  type DraftSummary,
  isThemeName,
  newDraftSchema,
  saveSchema,
  studioPaths,
  type VersionSummary,
} from '#contract/studio';
import { writeAudit } from '../audit/audit-trail';
import type { Database } from '../database/database';
import { Refusal } from '../problems';
import type { Limits } from '../rate-limits/limits';
import type { Designer, DesignerGate } from './designer';
import { draftPath, noDraft, readDraftId } from './draft-id';
import {
  type DraftDocumentRow,
  type DraftRow,
  insertDraft,
  listDrafts,
  listVersions,
  markDeleted,
  readDraft,
  readVersion,
  saveDraft,
  type VersionRow,
} from './draft-rows';
import { readDocument } from './read-document';
import { readJson } from './read-json';

interface DraftDependencies {
  database: Database;
  designers: DesignerGate;
  limits: Limits;
}

const noStore = { 'cache-control': 'no-store' };

/** Drafts of themes and their versions, for designers. */
export function addDraftRoutes(app: Hono, { database, designers, limits }: DraftDependencies): void {
  async function requireWriter(c: Context): Promise<Designer> {
    const designer = await designers.require(c);
    await limits.consume('theme-write', designer.name);
    return designer;
  }

  async function requireDraft(id: string): Promise<DraftDocumentRow> {
    const row = await readDraft(database, id);
    if (!row) throw noDraft();
    return row;
  }

  const answerDraft = async (c: Context, id: string, status: 200 | 201 = 200) =>
    c.json(toDraft(await requireDraft(id)), status, noStore);

  app.get(studioPaths.drafts, async c => {
    await designers.require(c);
    return c.json({ drafts: (await listDrafts(database)).map(toSummary) }, 200, noStore);
  });

  app.post(studioPaths.drafts, async c => {
    const { name: by } = await requireWriter(c);
    const { theme } = await readJson(c.req.raw, newDraftSchema);
    requireThemeName(theme.name);
    return answerDraft(c, await insertDraft(database, { theme, by, byHand: true }), 201);
  });

  app.get(draftPath, async c => {
    await designers.require(c);
    return answerDraft(c, readDraftId(c));
  });

  app.put(draftPath, async c => {
    const { name: by } = await requireWriter(c);
    const id = readDraftId(c);
    const { theme, madeFrom, byHand } = await readJson(c.req.raw, saveSchema);
    requireThemeName(theme.name);
    if (await saveDraft(database, { id, madeFrom, theme, by, byHand })) return answerDraft(c, id);
    const there = toSummary(await requireDraft(id));
    throw new Refusal(
      'theme-stale',
      there.deletedAt
        ? `The draft was deleted. Have it back, or save a copy`
        : `${there.savedBy} saved version ${there.version} at ${there.savedAt}; this one was made from ${madeFrom}`,
      {},
      { saved: { version: there.version, savedAt: there.savedAt, savedBy: there.savedBy } },
    );
  });

  app.delete(draftPath, async c => {
    const { name: by } = await requireWriter(c);
    const id = readDraftId(c);
    await database.transaction(async client => {
      if (!(await markDeleted(client, id, by))) return;
      await writeAudit(client, { action: 'theme-deleted', actor: 'staff', actorId: by, detail: { draft: id } });
    });
    return answerDraft(c, id);
  });

  app.post(`${draftPath}/restore`, async c => {
    await requireWriter(c);
    const id = readDraftId(c);
    await markDeleted(database, id, null);
    return answerDraft(c, id);
  });

  app.post(`${draftPath}/copies`, async c => {
    const { name: by } = await requireWriter(c);
    const { theme } = toDraft(await requireDraft(readDraftId(c)));
    const { name } = await readJson(c.req.raw, copySchema);
    requireThemeName(name);
    return answerDraft(c, await insertDraft(database, { theme: { ...theme, name }, by, byHand: true }), 201);
  });

  app.get(`${draftPath}/versions`, async c => {
    await designers.require(c);
    const { id } = await requireDraft(readDraftId(c));
    return c.json({ versions: (await listVersions(database, id)).map(toVersion) }, 200, noStore);
  });

  app.get(`${draftPath}/versions/:version{[0-9]{1,9}}`, async c => {
    await designers.require(c);
    const row = await readVersion(database, readDraftId(c), Number(c.req.param('version')));
    if (!row) throw noDraft();
    return c.json({ ...toVersion(row), theme: readDocument(row.document) }, 200, noStore);
  });
}

function requireThemeName(name: string): void {
  if (isThemeName(name)) return;
  throw new Refusal('malformed-request', 'theme.name: has a character that cannot be seen, or none that can');
}

function toSummary(row: DraftRow): DraftSummary {
  return {
    id: row.id,
    number: Number(row.number),
    name: row.name,
    version: row.version,
    savedAt: row.saved_at.toISOString(),
    savedBy: row.saved_by,
    deletedAt: row.deleted_at?.toISOString() ?? null,
  };
}

function toDraft(row: DraftDocumentRow): Draft {
  return { ...toSummary(row), theme: readDocument(row.document) };
}

function toVersion(row: VersionRow): VersionSummary {
  return {
    version: row.version,
    name: row.name,
    savedAt: row.saved_at.toISOString(),
    savedBy: row.saved_by,
    byHand: row.by_hand,
  };
}
