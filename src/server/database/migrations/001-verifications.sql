-- IDnGO's record of a person, mapped to the host product's user. One user can have several over time (deleted, created anew).
create table applicants (
  applicant_id text primary key,
  external_user_id text not null,
  first_seen_at timestamptz not null default now()
);

-- Every authentic arrival, as it came, whatever became of it. The body holds no personal data by IDnGO's own rule.
create table deliveries (
  id bigint generated always as identity primary key,
  received_at timestamptz not null default now(),
  body bytea not null,
  outcome text not null,
  reason text,
  tried_at timestamptz not null default now()
);
create index on deliveries (tried_at) where outcome = 'failed';

-- What happened, each event once. A verification is nothing but a fold over these rows in order of happened_at.
-- external_user_id is null while an event names only an applicant whom no other event has introduced yet.
create table events (
  key text primary key,
  delivery_id bigint not null references deliveries (id),
  external_user_id text,
  applicant_id text,
  type text not null,
  kind text not null,
  level_name text,
  happened_at timestamptz not null
);
create index on events (external_user_id);
create index on events (applicant_id) where external_user_id is null;

-- One person at one level, as people see it.
create table verifications (
  id uuid primary key default gen_random_uuid(),
  external_user_id text not null,
  level_name text not null,
  status text not null default 'not-started',
  remedy text,
  changed_at timestamptz,
  revision integer not null default 0,
  created_at timestamptz not null default now(),
  unique (external_user_id, level_name)
);

-- The key is an HMAC of the cookie's value: reading this table signs nobody in.
create table sessions (
  key bytea primary key,
  verification_id uuid not null references verifications (id),
  return_url text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);

-- Shape expected by rate-limiter-flexible.
create table rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
