import { expect, test } from 'vitest';
import { createTestApp, deliver, enter, green, redFinal, testConfig, webhookBody } from '#testing/test-app';
import { inspect } from './inspect-command';

const testApp = await createTestApp();
const { app, database } = testApp;

async function run(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await inspect(
    {
      ...{ config: testConfig(), fetch, now: Date.now },
      openDatabase: () => Promise.resolve(database),
      print: line => lines.push(line),
    },
    args,
  );
  return { code, lines };
}

test('prints a person’s timeline in aligned columns', async () => {
  const { externalUserId } = await enter(testApp);
  await deliver(app, webhookBody(externalUserId, 1, green));
  await deliver(app, webhookBody(externalUserId, 2, redFinal));
  const { code, lines } = await run(externalUserId);
  const text = lines.join('\n').replaceAll(/delivery \d+/g, 'delivery N');
  expect(code).toBe(0);
  expect(lines.slice(0, 2)).toEqual([externalUserId, `applicant applicant-of-${externalUserId}`]);
  expect(text).toContain(`
What happened, in the order it happened
  happened                 type               event     effect   standing after                                   from
  2026-11-20 12:00:01.000  applicantReviewed  approved  changed  verified since 2026-11-20 12:00:01.000           delivery N
  2026-11-20 12:00:02.000  applicantReviewed  rejected  changed  changed (contact) since 2026-11-20 12:00:02.000  delivery N`);
  expect(text).toMatch(/\n {2}[-\d]+ [:.\d]+ {2}1 {9}verified since 2026-11-20 12:00:01.000 {11}delivery N\n/);
});

test('prints the same as JSON for machines', async () => {
  const { externalUserId } = await enter(testApp);
  const { code, lines } = await run(externalUserId, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(lines.join('\n'))).toMatchObject({ externalUserId, presence: 'known' });
});

test('counts what the audit trail repeats', async () => {
  const { externalUserId } = await enter(testApp);
  for (let times = 0; times < 4; times += 1) await run(externalUserId, '--json');
  const reads = (await run(externalUserId)).lines.filter(line => line.includes('timeline-read'));
  expect(reads).toEqual([
    expect.stringMatching(/timeline-read {2}command {2}presence known {2}4 times until [-\d]+ [:.\d]+$/),
  ]);
});

test('is in the audit trail, of whoever it was asked', async () => {
  await run('u-nobody');
  const { rows } = await database.query(
    `select actor, detail from audit_trail where action = 'timeline-read' and subject_pseudonym = pseudonym('u-nobody')`,
  );
  expect(rows).toEqual([{ actor: 'command', detail: { presence: 'unknown' } }]);
});

test('ends with 1 where nothing is kept of such a person', async () => {
  expect(await run('u-never-here')).toEqual({
    code: 1,
    lines: ['u-never-here  unknown: nothing is kept of a person of this id'],
  });
});

test.each([[[]], [['--json']], [['u-1', 'u-2']], [['u-1', '--all']], [['u\u0000']]])(
  'ends with 2 and says how it is called when it is called with %j',
  async args => {
    const { code, lines } = await run(...args);
    expect(code).toBe(2);
    expect(lines).toEqual(['Usage: npm run inspect -- <external user id> [--json]']);
  },
);
