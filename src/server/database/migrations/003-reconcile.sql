-- Of an event worked out from an answer to a status check: how well its time is known, and so what takes its place.
alter table events add column stand_in text; -- second, later

-- Those who wait since before there were checks are asked about within the hour, everybody else within the day.
update verifications
set check_at = now() + random() * case when status in ('in-review', 'on-hold') then interval '1 hour' else interval '1 day' end,
    check_cause = 'overdue'
where changed_at is not null;

-- A delivery that cannot be read brings forward all who wait; a flood of them finds nobody left to bring.
create index on verifications (check_at) where status in ('in-review', 'on-hold');
