import type { Queryable } from '../database/database';
import type { PublishedTheme } from './published-themes';

export interface PublicationRow {
  id: string;
  name: string;
  draft_id: string | null;
  draft_number: string | null;
  version: number;
  frame_path: string;
  page_path: string | null;
  texts_path: string | null;
  paper_light: string;
  paper_dark: string;
  published_at: Date;
  published_by: string;
}

export interface AssignmentRow {
  id: string;
  level_name: string;
  publication_id: string | null;
  assigned_at: Date;
  assigned_by: string;
}

const columns = `p.id, p.name, p.draft_id, d.number as draft_number, p.version, p.frame_path, p.page_path, p.texts_path,
  p.paper_light, p.paper_dark, p.published_at, p.published_by`;
const publications = 'theme_publications p left join theme_drafts d on d.id = p.draft_id';
const mostListed = 200;

/**
 * Copies a version of a draft and what it compiles to, in one statement. Undefined where that version is not there. A file
 * that is there already is left as it is: its address is a hash of it.
 */
export async function insertPublication(
  client: Queryable,
  { draftId, version, files, by }: { draftId: string; version: number; files: PublishedTheme; by: string },
): Promise<string | undefined> {
  const all = [files.frame, files.page, files.texts].filter(file => file !== undefined);
  const { rows } = await client.query<{ id: string }>(
    `with files as (
       insert into theme_files (path, body) select * from unnest($3::text[], $4::text[]) on conflict (path) do nothing
     )
     insert into theme_publications
       (name, document, draft_id, version, frame_path, page_path, texts_path, paper_light, paper_dark, published_by)
     select v.name, v.document, v.draft_id, v.version, $5, $6, $7, $8, $9, $10
     from theme_versions v join theme_drafts d on d.id = v.draft_id
     where v.draft_id = $1 and v.version = $2 and d.deleted_at is null
     returning id`,
    [
      draftId,
      version,
      all.map(file => file.path),
      all.map(file => file.body),
      files.frame.path,
      files.page?.path ?? null,
      files.texts?.path ?? null,
      files.paper.light,
      files.paper.dark,
      by,
    ],
  );
  return rows[0]?.id;
}

/** The same version of the same draft, compiled to the same files, that went out before. */
export async function findPublication(
  client: Queryable,
  { draftId, version, files }: { draftId: string; version: number; files: PublishedTheme },
): Promise<PublicationRow | undefined> {
  const { rows } = await client.query<PublicationRow>(
    `select ${columns} from ${publications}
     where p.draft_id = $1 and p.version = $2 and p.frame_path = $3
       and p.page_path is not distinct from $4 and p.texts_path is not distinct from $5
     order by p.id desc limit 1`,
    [draftId, version, files.frame.path, files.page?.path ?? null, files.texts?.path ?? null],
  );
  return rows[0];
}

export async function readThemeFileBody(client: Queryable, path: string): Promise<string | undefined> {
  const { rows } = await client.query<{ body: string }>({
    name: 'read-theme-file',
    text: 'select body from theme_files where path = $1',
    values: [path],
  });
  return rows[0]?.body;
}

/** Newest first. */
export async function listPublications(client: Queryable): Promise<PublicationRow[]> {
  const { rows } = await client.query<PublicationRow>(
    `select ${columns} from ${publications} order by p.id desc limit ${mostListed}`,
  );
  return rows;
}

export async function readPublication(
  client: Queryable,
  id: string | number,
): Promise<(PublicationRow & { document: string }) | undefined> {
  const { rows } = await client.query<PublicationRow & { document: string }>(
    `select ${columns}, p.document from ${publications} where p.id = $1`,
    [id],
  );
  return rows[0];
}

/** What each level has now; levels that have the installation's own theme are left out. */
export async function readAssigned(client: Queryable): Promise<(PublicationRow & { level_name: string })[]> {
  const { rows } = await client.query<PublicationRow & { level_name: string }>({
    name: 'read-assigned-themes',
    text: `select a.level_name, ${columns}
      from (select distinct on (level_name) level_name, publication_id from theme_assignments order by level_name, id desc) a
      join theme_publications p on p.id = a.publication_id left join theme_drafts d on d.id = p.draft_id`,
  });
  return rows;
}

/** Newest first. */
export async function listAssignments(client: Queryable): Promise<AssignmentRow[]> {
  const { rows } = await client.query<AssignmentRow>(
    `select id, level_name, publication_id, assigned_at, assigned_by from theme_assignments
     order by id desc limit ${mostListed}`,
  );
  return rows;
}

export async function insertAssignment(
  client: Queryable,
  { levelName, publicationId, by }: { levelName: string; publicationId: number | null; by: string },
): Promise<void> {
  await client.query('insert into theme_assignments (level_name, publication_id, assigned_by) values ($1, $2, $3)', [
    levelName,
    publicationId,
    by,
  ]);
}

/** Levels that people came to, and those that have a theme of their own. */
export async function listKnownLevels(client: Queryable): Promise<string[]> {
  const { rows } = await client.query<{ level_name: string }>(
    `select level_name from level_requirements
     union select level_name from (
       select distinct on (level_name) level_name, publication_id from theme_assignments order by level_name, id desc
     ) newest where publication_id is not null
     order by 1`,
  );
  return rows.map(row => row.level_name);
}
