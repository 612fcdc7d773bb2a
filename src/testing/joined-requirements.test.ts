import * as v from 'valibot';
import { expect, test } from 'vitest';
import { configurationSchema } from '#contract/configuration';
import { joinAppAndSandbox } from './joined';
import { createTestApp } from './test-app';

const joined = await joinAppAndSandbox({
  variables: { IDNGO_LEVEL_NAME: 'address-kyc-level', IDNGO_MAX_FILE_MB: '20' },
});
const { app, database } = joined;

async function readConfiguration(ask: (path: string) => Promise<Response> | Response) {
  return v.parse(configurationSchema, await (await ask('/api/configuration')).json());
}

const addressLevel = [
  { need: 'questions' },
  { need: 'identity', documents: ['PASSPORT', 'ID_CARD', 'DRIVERS', 'RESIDENCE_PERMIT'] },
  { need: 'selfie', as: 'film' },
  { need: 'address', documents: ['UTILITY_BILL'] },
];

test('learns from an applicant what the level asks for, tells strangers of it, and remembers it over a restart', async () => {
  const stranger = () => readConfiguration(path => app.request(path));
  const person = await joined.enter();
  expect((await stranger()).requirements).toBeNull();
  expect((await readConfiguration(person.ask)).requirements).toBeNull();

  await person.openFrame();
  joined.realTime.advance(2 * 60_000);
  const kept = () =>
    database.query('select level_name, requirements from level_requirements').then(({ rows }) => rows as unknown[]);
  await readConfiguration(person.ask);
  await expect.poll(kept).toEqual([{ level_name: 'address-kyc-level', requirements: addressLevel }]);
  expect(await stranger()).toMatchObject({
    requirements: addressLevel,
    maxFileBytes: 20 * 1024 * 1024,
    times: { checkMinutes: 2 * addressLevel.length },
  });

  const restarted = await createTestApp({ database, variables: { IDNGO_LEVEL_NAME: 'address-kyc-level' } });
  const afterwards = () => readConfiguration(path => restarted.app.request(path));
  await expect.poll(async () => (await afterwards()).requirements).toEqual(addressLevel);
});
