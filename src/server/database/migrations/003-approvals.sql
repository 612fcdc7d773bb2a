-- When the approval that a `changed` verification lost had been given, so that the page can say which one was withdrawn.
alter table verifications add column approved_at timestamptz;

-- As near as one statement comes to what the next event of the person works out.
update verifications v
set approved_at = (
  select max(e.happened_at) from events e
  where e.external_user_id = v.external_user_id and e.kind = 'approved'
    and (e.level_name is null or e.level_name = v.level_name) and e.happened_at <= v.changed_at
)
where v.status = 'changed';
