-- A theme that somebody works at in the studio. What it says is in its versions.
create table theme_drafts (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity unique, -- what people call it: draft 14
  created_at timestamptz not null default now(),
  created_by text not null,
  version integer not null default 1, -- the newest; a save says which one it was made from
  deleted_at timestamptz, -- until it is forgotten it can be had back
  deleted_by text
);
create index on theme_drafts (deleted_at) where deleted_at is not null;

create table theme_versions (
  draft_id uuid not null references theme_drafts (id) on delete cascade,
  version integer not null,
  name text not null,
  document text not null, -- JSON, and no jsonb, which would lose the order of its keys: that of the rules in the stylesheet
  saved_at timestamptz not null default now(),
  saved_by text not null,
  by_hand boolean not null, -- one that the studio saved by itself gives way to the next such one
  primary key (draft_id, version)
);

-- What a published theme is made of, under the address at which it is served: a hash of the text is in it.
create table theme_files (
  path text primary key,
  body text not null,
  made_at timestamptz not null default now()
);

-- A version of a draft as it went out. Everything is written down as it was compiled then, so that nothing changes it later.
create table theme_publications (
  id bigint generated always as identity primary key,
  name text not null,
  document text not null,
  draft_id uuid references theme_drafts (id) on delete set null,
  version integer not null,
  frame_path text not null references theme_files (path),
  page_path text references theme_files (path), -- null where the page looks so by itself
  texts_path text references theme_files (path), -- null where the provider's texts stay
  paper_light text not null,
  paper_dark text not null,
  published_at timestamptz not null default now(),
  published_by text not null
);
create index on theme_publications (draft_id);

-- Which publication a level has: the newest row counts, and a rollback is another row. Null: the installation's own theme.
create table theme_assignments (
  id bigint generated always as identity primary key,
  level_name text not null,
  publication_id bigint references theme_publications (id),
  assigned_at timestamptz not null default now(),
  assigned_by text not null
);
create index on theme_assignments (level_name, id);
-- What went out, and when it was assigned where, is never rewritten.
create function refuse_rewriting_themes() returns trigger language plpgsql as
$$ begin raise exception '% is append-only', tg_table_name; end $$;
create trigger theme_assignments_append_only before update or delete on theme_assignments
  for each row execute function refuse_rewriting_themes();
create trigger theme_files_immutable before update or delete on theme_files
  for each row execute function refuse_rewriting_themes();
