import { expect, test } from 'vitest';
import { aConfiguration } from '../testing/fake-backend';
import { readConfiguration } from './read-configuration';

test('reads what the server wrote into the page', () => {
  expect(readConfiguration(JSON.stringify(aConfiguration))).toEqual(aConfiguration);
});

test.each([undefined, null, '', '{', '{"entry":"open"}'])('leaves %j to be asked for', text => {
  expect(readConfiguration(text)).toBeUndefined();
});
