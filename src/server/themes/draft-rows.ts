import type { Theme } from '#contract/theme';
import type { Queryable } from '../database/database';
import { onlyRow } from '../database/only-row';

/** A draft with one of its versions. */
export interface DraftRow {
  id: string;
  number: string;
  version: number;
  name: string;
  saved_at: Date;
  saved_by: string;
  deleted_at: Date | null;
}
export type DraftDocumentRow = DraftRow & { document: string };

export interface VersionRow {
  version: number;
  name: string;
  saved_at: Date;
  saved_by: string;
  by_hand: boolean;
}

interface Save {
  theme: Theme;
  by: string;
  byHand: boolean;
}

const newest = `from theme_drafts d join theme_versions n on n.draft_id = d.id and n.version = d.version`;
const summary = 'd.id, d.number, d.version, n.name, n.saved_at, n.saved_by, d.deleted_at';
/** Older ones than so many are forgotten. */
const versionsKept = 200;
/** Of those that the studio saves on its own, the last of each so long a time is kept. */
const autosaveMinutes = 10;

export async function listDrafts(client: Queryable): Promise<DraftRow[]> {
  const { rows } = await client.query<DraftRow>(`select ${summary} ${newest} order by n.saved_at desc, d.number desc`);
  return rows;
}

/** Deleted or not. */
export async function readDraft(client: Queryable, id: string): Promise<DraftDocumentRow | undefined> {
  const { rows } = await client.query<DraftDocumentRow>(`select ${summary}, n.document ${newest} where d.id = $1`, [
    id,
  ]);
  return rows[0];
}

export async function insertDraft(client: Queryable, save: Save): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `with draft as (insert into theme_drafts (created_by) values ($1) returning id)
     insert into theme_versions (draft_id, version, name, document, saved_by, by_hand)
     select id, 1, $2, $3, $1, $4 from draft returning draft_id as id`,
    [save.by, save.theme.name, JSON.stringify(save.theme), save.byHand],
  );
  return onlyRow(rows).id;
}

/** Adds a version where `madeFrom` is the newest one, in one statement; returns false where it is not, or nothing is there. */
export async function saveDraft(
  client: Queryable,
  { id, madeFrom, theme, by, byHand }: Save & { id: string; madeFrom: number },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `with draft as (
       update theme_drafts set version = version + 1
       where id = $1 and version = $2 and deleted_at is null returning id, version
     ), replaced as (
       delete from theme_versions v using draft
       where v.draft_id = draft.id and (
         v.version <= draft.version - ${versionsKept}
         or (v.version = $2 and not v.by_hand and not $6 and v.saved_by = $5 and exists (
           select from theme_versions e where e.draft_id = v.draft_id and e.version < v.version
             and e.saved_at > now() - interval '${autosaveMinutes} minutes'
         ))
       )
     )
     insert into theme_versions (draft_id, version, name, document, saved_by, by_hand)
     select id, version, $3, $4, $5, $6 from draft`,
    [id, madeFrom, theme.name, JSON.stringify(theme), by, byHand],
  );
  return rowCount === 1;
}

/** Whether there was something to delete, or to have back. */
export async function markDeleted(client: Queryable, id: string, by: string | null): Promise<boolean> {
  const { rowCount } = await client.query(
    `update theme_drafts set deleted_at = case when $2::text is null then null else now() end, deleted_by = $2
     where id = $1 and (deleted_at is null) = ($2::text is not null)`,
    [id, by],
  );
  return rowCount === 1;
}

/** Newest first. */
export async function listVersions(client: Queryable, id: string): Promise<VersionRow[]> {
  const { rows } = await client.query<VersionRow>(
    `select version, name, saved_at, saved_by, by_hand from theme_versions where draft_id = $1 order by version desc`,
    [id],
  );
  return rows;
}

export async function readVersion(
  client: Queryable,
  id: string,
  version: number,
): Promise<(VersionRow & { document: string }) | undefined> {
  const { rows } = await client.query<VersionRow & { document: string }>(
    `select version, name, saved_at, saved_by, by_hand, document from theme_versions where draft_id = $1 and version = $2`,
    [id, version],
  );
  return rows[0];
}
