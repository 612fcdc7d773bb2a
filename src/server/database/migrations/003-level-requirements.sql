-- What a level asks for: of the level, never of a person. Learned from whichever applicant of it was read last.
create table level_requirements (
  level_name text primary key,
  requirements jsonb not null,
  learned_at timestamptz not null
);
