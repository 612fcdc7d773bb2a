import { expect, test } from 'vitest';
import { createTheme } from '#contract/theme';
import { openDoctorBench } from '#testing/doctor-bench';
import { checks } from './checks';

test('finds nothing wrong with a healthy installation, and leaves nothing of itself behind', async () => {
  const bench = await openDoctorBench();
  await bench.beginCheck();
  const readDue = () =>
    bench.database.query(`select id, check_at, check_cause from verifications where check_at is not null`);
  await bench.database.query(`update verifications set status = 'in-review', check_at = now() + interval '1 hour'`);
  const due = await readDue();
  const findings = await bench.examine();
  expect((await readDue()).rows).toEqual(due.rows);
  expect(due.rows).toHaveLength(1);
  expect(findings.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
  expect(findings.find(({ id }) => id === 'webhook-received')?.outcome).toBe('pass');
  const { rows } = await bench.database.query(
    `select (select count(*)::int from sessions) as sessions, (select count(*)::int from verifications) as verifications`,
  );
  expect(rows).toEqual([{ sessions: 1, verifications: 1 }]);
});

test('still finds nothing wrong the second time, after refusals of its own making', async () => {
  const bench = await openDoctorBench();
  await bench.examine();
  const findings = await bench.examine();
  expect(findings.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
});

test('has one id for each check', () => {
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
});

test('names a remedy wherever something fails or is left open, and shows no secret', async () => {
  const bench = await openDoctorBench({ variables: { SIGN_IN_SECRET: 'a-sign-in-secret-for-tests' } });
  const findings = await bench.examine();
  const text = JSON.stringify(findings);
  const secrets = ['IDNGO_SECRET_KEY', 'IDNGO_WEBHOOK_SECRET', 'SESSION_SECRET', 'SIGN_IN_SECRET', 'DATABASE_URL'];
  for (const name of [...secrets, 'IDNGO_APP_TOKEN']) expect(text).not.toContain(bench.variables[name]);
});

test('says of each level which theme from the studio it has, and what of it cannot be read on the page', async () => {
  const bench = await openDoctorBench();
  await bench.database.query(
    `with file as (insert into theme_files values ('/themes/a/1.css', '') returning path),
       good as (insert into theme_publications (name, document, version, frame_path, paper_light, paper_dark, published_by)
         select n.name, n.document, 3, path, '#fff', '#000', 'ann' from file,
           (values ('Good', $1), ('Pale', $2)) as n (name, document) returning id, name)
     insert into theme_assignments (level_name, publication_id, assigned_by) select name || '-level', id, 'ann' from good`,
    [createTheme('Good'), { ...createTheme('Pale'), light: { text: '#eeeeee' } }].map(theme => JSON.stringify(theme)),
  );
  const findings = await bench.examine();
  const about = (level: string) => findings.find(({ id }) => id === `published-themes/${level}`);
  expect(about('Good-level')).toMatchObject({
    outcome: 'pass',
    seen: expect.stringContaining('version 3, published by ann'),
  });
  expect(about('Pale-level')).toMatchObject({ outcome: 'fail', seen: expect.stringContaining('light.text #eeeeee') });
});
