-- When what changed a verification last arrived here: changed_at is IDnGO's clock, this is ours, for the lag until it is shown.
alter table verifications add column arrived_at timestamptz;
