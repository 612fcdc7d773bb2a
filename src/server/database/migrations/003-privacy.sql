-- Stands for IDnGO's record of somebody who was erased, of which later deliveries may speak without naming the person.
create function applicant_pseudonym(applicant_id text) returns bytea language sql stable as
$$ select sha256(salt || convert_to('applicant ' || applicant_id, 'UTF8')) from installation $$;

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

-- What the retention job looks for.
create index on events (happened_at) where kind = 'deleted';
create index on events (recorded_at) where external_user_id is null;
create index on verifications (greatest(created_at, changed_at));
create index on erasures (erased_at);
