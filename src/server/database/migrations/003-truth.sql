-- A delivery is written last, with its outcome: its events come before it, in the same transaction.
alter table events alter constraint events_delivery_id_fkey deferrable initially deferred;
