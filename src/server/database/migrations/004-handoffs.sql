-- A link by which a person goes on at another device, once. Reading this table opens nothing.
create table handoffs (
  key bytea primary key, -- SHA-256 of the token, also the entry_key of the session that it made
  number bigint generated always as identity,
  verification_id uuid not null references verifications (id),
  made_by bytea not null references sessions (key) on delete cascade,
  browser text,
  system text,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  taken_at timestamptz,
  taken_browser text,
  taken_system text,
  ended_at timestamptz,
  end_reason text, -- cancelled, replaced
  constraint handoffs_end_for_a_reason check ((ended_at is null) = (end_reason is null))
);
create index on handoffs (made_by, number);
create index on handoffs (verification_id);
create index on handoffs (expires_at);
create index on sessions (entry_key) where entry_key is not null;
