import { expect, test } from 'vitest';
import { configurationSchema } from '#contract/configuration';
import { sessionSchema } from '#contract/session';
import { aConfiguration, aVerification } from '../testing/fake-backend';
import { readEmbedded } from './read-embedded';

test('reads what the server wrote into the page', () => {
  const session = { verification: aVerification({}), ends: { inSeconds: 60, canStay: true } };
  expect(readEmbedded(configurationSchema, JSON.stringify(aConfiguration))).toEqual(aConfiguration);
  expect(readEmbedded(sessionSchema, JSON.stringify(session))).toEqual(session);
});

test.each([undefined, null, '', '{', '{"entry":"open"}'])('leaves %j to be asked for', text => {
  expect(readEmbedded(configurationSchema, text)).toBeUndefined();
});
