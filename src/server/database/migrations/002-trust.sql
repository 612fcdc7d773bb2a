-- Bodies are not kept: what they said that we need is in columns, and a hash tells whether two arrivals were alike.
alter table deliveries drop column body;
alter table deliveries
  add column body_hash bytea, -- SHA-256 of the bytes as they arrived
  add column body_bytes integer,
  add column type text,
  add column applicant_id text,
  add column external_user_id text,
  add column level_name text,
  add column happened_at timestamptz,
  add column review_status text,
  add column review_answer text,
  add column review_reject_type text,
  add column sandbox_mode boolean,
  add column correlation_id text,
  -- What it means to us; both null where it means nothing.
  add column event_key text,
  add column kind text;
update deliveries set outcome = 'malformed', reason = 'kept by an earlier version' where outcome = 'failed';
create index on deliveries (external_user_id);
create index on deliveries (applicant_id);
create index on deliveries (received_at);

-- One question to IDnGO about one person's status, with what came of it.
create table status_checks (
  id bigint generated always as identity primary key,
  verification_id uuid not null,
  asked_at timestamptz not null default now(),
  cause text not null, -- overdue, doubt, requested
  outcome text not null, -- agreed, missing, not-started, unknown-there, failed
  review_status text,
  review_answer text,
  error_code text -- of an IdngoError
);
create index on status_checks (verification_id, asked_at);
create index on status_checks (asked_at);

-- An event comes from a delivery or from a check; its source may be forgotten before it is.
alter table events alter column delivery_id drop not null;
alter table events drop constraint events_delivery_id_fkey;
alter table events
  add column status_check_id bigint references status_checks (id) on delete set null,
  add column recorded_at timestamptz not null default now(),
  -- Of an event worked out from an answer to a status check: how well its time is known, and so what takes its place.
  add column stand_in text, -- second, later
  -- A delivery is written last, with its outcome: its events come before it, in the same transaction.
  add constraint events_delivery_id_fkey foreign key (delivery_id) references deliveries (id) on delete set null
    deferrable initially deferred;
create index on events (delivery_id);
create index on events (status_check_id);
create index on events (happened_at) where kind = 'deleted'; -- for the retention job
create index on events (recorded_at) where external_user_id is null; -- likewise

-- When IDnGO is to be asked next, why, and how often it was asked since the status last changed.
alter table verifications
  add column check_at timestamptz,
  add column check_cause text,
  add column checks_made integer not null default 0;
create index on verifications (check_at) where check_at is not null;
-- A delivery that cannot be read brings forward all who wait; a flood of them finds nobody left to bring.
create index on verifications (check_at) where status in ('in-review', 'on-hold');

-- When what changed a verification last arrived here: changed_at is IDnGO's clock, this is ours, for the lag until it is shown.
alter table verifications add column arrived_at timestamptz;
create index on verifications (greatest(created_at, changed_at)); -- for the retention job

-- The transaction that last changed what people see. A process asks for those since its last look, however many follow
-- a verification: ids of transactions, unlike times and sequences, can be compared with what a snapshot has seen.
alter table verifications add column changed_in xid8 not null default pg_current_xact_id();
create index on verifications (changed_in);
create function note_changing_transaction() returns trigger language plpgsql as
$$ begin new.changed_in := pg_current_xact_id(); return new; end $$;
create trigger verifications_changed before update on verifications
  for each row when (old.revision is distinct from new.revision) execute function note_changing_transaction();

-- A session is a person's, with a verification, or one of the staff's, with scopes; never both.
alter table sessions alter column verification_id drop not null;
alter table sessions
  add column staff_id text,
  add column scopes text[] not null default '{}',
  add column last_seen_at timestamptz not null default now(),
  add column entry_key bytea, -- the spent token that made it
  add constraint sessions_of_one_kind check ((verification_id is null) = (staff_id is not null));
create index on sessions (verification_id);
create index on sessions (expires_at);

-- Tokens that may be used once, until they would have expired anyway.
create table spent_tokens (
  key bytea primary key, -- SHA-256 of what the token's signature covers
  expires_at timestamptz not null
);
create index on spent_tokens (expires_at);

-- Makes the pseudonyms of this installation different from those of every other.
create table installation (
  only_row boolean primary key default true check (only_row),
  salt bytea not null default uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
);
insert into installation default values;

-- Stands for a person where the record has to outlive what is known of them.
create function pseudonym(external_user_id text) returns bytea language sql stable as
$$ select sha256(salt || convert_to(external_user_id, 'UTF8')) from installation $$;

-- Stands for IDnGO's record of somebody who was erased, of which later deliveries may speak without naming the person.
create function applicant_pseudonym(applicant_id text) returns bytea language sql stable as
$$ select sha256(salt || convert_to('applicant ' || applicant_id, 'UTF8')) from installation $$;

-- Who did what, of the things that must be provable later. Names nobody: people are pseudonyms here.
create table audit_trail (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  action text not null,
  actor text not null, -- person, staff, host, provider, system, command
  actor_pseudonym bytea,
  subject_pseudonym bytea,
  verification_id uuid,
  delivery_id bigint,
  status_check_id bigint,
  detail jsonb not null default '{}'
);
create index on audit_trail (subject_pseudonym, at);
create index on audit_trail (verification_id, at);
create index on audit_trail (at);

-- Append-only, but for the job that enforces retention, which says so for its own transaction.
create function refuse_rewriting_history() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('portico.enforces_retention', true) = 'on' then return old; end if;
  raise exception 'the audit trail is append-only';
end $$;
create trigger audit_trail_append_only before update or delete on audit_trail
  for each row execute function refuse_rewriting_history();
create trigger audit_trail_no_truncate before truncate on audit_trail
  for each statement execute function refuse_rewriting_history();

-- What remains of somebody who was erased: that it happened, so that a late delivery does not bring them back.
create table erasures (
  subject_pseudonym bytea primary key,
  erased_at timestamptz not null default now()
);
create index on erasures (erased_at);

-- Whether something is about a person as they were before they were erased. Without a time it is taken to be.
create function is_erased(external_user_id text, applicant_id text, happened_at timestamptz) returns boolean
language sql stable as
$$
  select exists (
    select from erasures e
    where e.subject_pseudonym = coalesce(pseudonym(external_user_id), applicant_pseudonym(applicant_id))
      and (happened_at is null or happened_at <= e.erased_at)
  )
$$;

-- Those who wait since before there were checks are asked about within the hour, everybody else within the day.
update verifications
set check_at = now() + random() * case when status in ('in-review', 'on-hold') then interval '1 hour' else interval '1 day' end,
    check_cause = 'overdue'
where changed_at is not null;
