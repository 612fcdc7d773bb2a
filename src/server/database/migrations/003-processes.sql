-- The transaction that last changed what people see. A process asks for those since its last look, however many follow
-- a verification: ids of transactions, unlike times and sequences, can be compared with what a snapshot has seen.
alter table verifications add column changed_in xid8 not null default pg_current_xact_id();
create index on verifications (changed_in);
create function note_changing_transaction() returns trigger language plpgsql as
$$ begin new.changed_in := pg_current_xact_id(); return new; end $$;
create trigger verifications_changed before update on verifications
  for each row when (old.revision is distinct from new.revision) execute function note_changing_transaction();
