import fc from 'fast-check';
import { expect, test } from 'vitest';
import { productionVariables } from '#testing/production-variables';
import { examineConfig } from '../config';
import { settingNames } from '../settings/environment';
import { readSickConfig } from './read-sick-config';

test('reads something from every environment, and complains exactly where the app would not start', () => {
  const values = fc.oneof(
    fc.constantFrom('', 'x', '0', 'http://localhost', 'https://a.example/b', '1/2/3', 'sandbox', 'production'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...settingNames), values), variables => {
      const { config, complaints } = readSickConfig({ ...productionVariables, ...variables });
      expect(config.idngo.appToken).not.toBe('');
      expect(complaints).toEqual(examineConfig({ ...productionVariables, ...variables }).complaints);
    }),
  );
});

test('keeps what production refuses, so that it can be looked at', () => {
  const sick = readSickConfig({
    ...productionVariables,
    PUBLIC_URL: 'http://verify.bank.kz',
    SESSION_SECRET: undefined,
  });
  expect(sick.config).toMatchObject({ publicUrl: 'http://verify.bank.kz', isProduction: true });
  expect(sick.config.idngo.environment).toBe('production');
  expect([...sick.unusable]).toEqual(['SESSION_SECRET']);
  expect(sick.complaints).toHaveLength(2);
});
