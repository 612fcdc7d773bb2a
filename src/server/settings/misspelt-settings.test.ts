import { expect, test } from 'vitest';
import { settingNames } from './environment';
import { findMisspeltSettings } from './misspelt-settings';

const find = (...names: string[]) =>
  findMisspeltSettings(Object.fromEntries(names.map(name => [name, 'value'])), settingNames);

test.each([
  ['IDNGO_WEBHOOK_SECRETS', 'IDNGO_WEBHOOK_SECRET'],
  ['IDNGO_SECRETKEY', 'IDNGO_SECRET_KEY'],
  ['OPERATION_TOKEN', 'OPERATIONS_TOKEN'],
  ['DATABSE_URL', 'DATABASE_URL'],
  ['SIGNIN_SECRET', 'SIGN_IN_SECRET'],
  ['public_url', 'PUBLIC_URL'],
  ['IDNGO_COLOUR', undefined],
  ['PORTICO_PORT', undefined],
])('asks whether %s means %s', (name, meant) => {
  expect(find(name)).toEqual([{ name, meant }]);
});

test('says nothing of the settings themselves, and of what other programs use', () => {
  expect(
    find(
      ...settingNames,
      'PATH',
      'HOME',
      'HOSTNAME',
      'PWD',
      'LANG',
      'SHLVL',
      'PGHOST',
      'NODE_OPTIONS',
      'OTEL_SERVICE_NAME',
      'SANDBOX_PORT',
    ),
  ).toEqual([]);
});
