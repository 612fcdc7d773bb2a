import { expect, test } from 'vitest';
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
