import { expect, test } from 'vitest';
import type { Applicant } from '#idngo/applicant';
import { createTestDatabase } from '#testing/test-database';
import { silentLog } from '../log';
import { createLevelRequirements } from './level-requirements';

const database = await createTestDatabase();
const minuteMs = 60_000;

function anApplicant(levelName: string, ...steps: string[]): Applicant {
  const docSets = steps.map(idDocSetType => ({ idDocSetType }));
  return { id: '674f349fd61a536c7f2f318b', requiredIdDocs: { docSets }, review: { levelName } } as Applicant;
}

function create(answer: () => Promise<Applicant | undefined>) {
  const clock = { at: Date.UTC(2026, 0, 15) };
  const asked: string[] = [];
  const requirements = createLevelRequirements({
    database,
    log: silentLog,
    now: () => clock.at,
    idngo: {
      readApplicantByExternalUserId: externalUserId => {
        asked.push(externalUserId);
        return answer();
      },
    },
  });
  return { clock, asked, requirements };
}

test('asks about the person who wants to know, never for a stranger, and not again for a minute', async () => {
  const { clock, asked, requirements } = create(() => Promise.reject(new Error('away')));
  expect(requirements.read('a-level')).toBeNull();
  expect(asked).toEqual([]);
  expect(requirements.read('a-level', 'u-1')).toBeNull();
  requirements.read('a-level', 'u-2');
  expect(asked).toEqual(['u-1']);
  clock.at += 2 * minuteMs;
  requirements.read('a-level', 'u-2');
  expect(asked).toEqual(['u-1', 'u-2']);
  await requirements.close();
});

test('knows afterwards without asking, also in another process, and asks again a day later', async () => {
  const first = create(async () => anApplicant('b-level', 'SELFIE'));
  first.requirements.read('b-level', 'u-1');
  await first.requirements.close();
  expect(first.requirements.read('b-level', 'u-1')).toEqual([{ need: 'selfie', as: 'photo' }]);
  await first.requirements.close();

  const second = create(async () => undefined);
  second.requirements.read('b-level');
  await second.requirements.close();
  expect(second.requirements.read('b-level', 'u-2')).toEqual([{ need: 'selfie', as: 'photo' }]);
  expect(second.asked).toEqual([]);
  second.clock.at += 25 * 60 * minuteMs;
  second.requirements.read('b-level', 'u-2');
  expect(second.asked).toEqual(['u-2']);
  await second.requirements.close();
});

test('takes what an applicant of another level says for that level, and nothing from one that names none', async () => {
  const { requirements } = create(async () => undefined);
  requirements.learn(anApplicant('c-level', 'IDENTITY'));
  requirements.learn({ ...anApplicant('', 'SELFIE'), review: undefined });
  requirements.learn({ ...anApplicant('d-level'), requiredIdDocs: undefined });
  expect(requirements.read('c-level')).toEqual([{ need: 'identity', documents: [] }]);
  expect(requirements.read('d-level')).toBeNull();
  await requirements.close();
});

test('follows a level that was changed', async () => {
  const { clock, requirements } = create(async () => undefined);
  requirements.learn(anApplicant('e-level', 'SELFIE'));
  clock.at += minuteMs;
  requirements.learn(anApplicant('e-level', 'SELFIE', 'QUESTIONNAIRE'));
  await requirements.close();
  const { rows } = await database.query(`select requirements from level_requirements where level_name = 'e-level'`);
  expect(rows[0]?.requirements).toEqual([{ need: 'selfie', as: 'photo' }, { need: 'questions' }]);
});
