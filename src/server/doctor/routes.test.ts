import * as v from 'valibot';
import { expect, test } from 'vitest';
import { doctorReportSchema, readDoctor } from '#contract/operations-doctor';
import { openDoctorBench } from '#testing/doctor-bench';
import { enter, enterAsStaff } from '#testing/test-app';

const bench = await openDoctorBench();

const ask = (cookie?: string) => bench.app.request(readDoctor.path, cookie ? { headers: { cookie } } : {});

test('tells nobody but an operator', async () => {
  expect((await ask()).status).toBe(401);
  expect((await ask((await enter(bench)).cookie)).status).toBe(403);
  expect((await ask((await enterAsStaff(bench, 'designer')).cookie)).status).toBe(403);
});

test('examines once for all operators who ask, and keeps the report from caches', async () => {
  const { cookie } = await enterAsStaff(bench, 'operator');
  const answers = await Promise.all([ask(cookie), ask(cookie), ask(cookie)]);
  const reports = await Promise.all(answers.map(answer => answer.json()));
  const [report] = reports.map(body => v.parse(doctorReportSchema, body));
  expect(report?.findings.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
  expect(report?.findings.map(({ id }) => id)).not.toContain('pages-console');
  expect(new Set(reports.map(body => JSON.stringify(body))).size).toBe(1);
  expect(answers[0]?.headers.get('cache-control')).toBe('no-store');
  const { rows } = await bench.database.query(
    `select count(*)::int as kept from deliveries where type = 'porticoDoctor'`,
  );
  expect(rows).toEqual([{ kept: 1 }]);
});
