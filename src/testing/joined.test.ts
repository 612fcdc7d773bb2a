import { expect, test } from 'vitest';
import { joinAppAndSandbox } from './joined';

const joined = await joinAppAndSandbox();

test('a person goes from the start to a verdict and beyond, between the real backend and the real sandbox', async () => {
  const person = await joined.enter();
  expect(await person.status()).toMatchObject({ status: 'not-started' });
  await person.openFrame();
  expect(await person.status()).toMatchObject({ status: 'in-progress' });
  await person.submit();
  expect(await person.status()).toMatchObject({ status: 'in-review' });
  await person.decide({ reviewAnswer: 'RED', reviewRejectType: 'RETRY', rejectLabels: ['BAD_SELFIE'] });
  expect(await person.status()).toMatchObject({ status: 'action-needed' });
  await person.submit('again');
  await person.decide({ reviewAnswer: 'GREEN' });
  expect(await person.status()).toMatchObject({ status: 'verified' });
  expect((await person.readDocuments()).recognised).toHaveLength(1);
  await person.decide({ reviewAnswer: 'RED', reviewRejectType: 'FINAL', rejectLabels: ['FORGERY'] });
  expect(await person.status()).toMatchObject({ status: 'changed', remedy: 'contact' });
});
