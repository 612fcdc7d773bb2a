-- A delivery is written last, with its outcome: its events come before it, in the same transaction.
alter table events alter constraint events_delivery_id_fkey deferrable initially deferred;

-- Whose events come later than a given one is asked where two people are named for one applicant.
create index on events (applicant_id, happened_at);
