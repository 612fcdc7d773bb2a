import * as v from 'valibot';
import { expect, test } from 'vitest';
import { outboxSchema } from '#sandbox/control/outbox-contract';
import { clientId, sandboxCredentials } from '#sandbox/credentials';
import { joinAppAndSandbox } from './joined';

const publicUrl = 'http://portico.test';
const joined = await joinAppAndSandbox({
  variables: { IDNGO_LINK_SECRET: sandboxCredentials.linkSecret, IDNGO_CLIENT_ID: clientId, PUBLIC_URL: publicUrl },
  sandbox: { mailRedirect: { url: `${publicUrl}/verify`, secret: sandboxCredentials.linkSecret } },
});

test('the link of the e-mail that asks for new photos leads the person back, on another device, to a verdict', async () => {
  const person = await joined.enter();
  await person.openFrame();
  await person.submit();
  await person.decide({ reviewAnswer: 'RED', reviewRejectType: 'RETRY', rejectLabels: ['BAD_SELFIE'] });
  const outbox = v.parse(outboxSchema, await (await joined.panel('/outbox')).json());
  const mail = outbox.items.find(({ kind }) => kind === 'resubmission');
  const link = new URL(mail?.link ?? '');
  expect(link.href).toMatch(/^http:\/\/portico\.test\/verify\?jwt=/);

  const opened = await joined.app.request(`${link.pathname}${link.search}`);
  expect(opened.status).toBe(303);
  expect(opened.headers.get('location')).toBe('/verify');
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  const onThePhone = joined.personOf({ cookie, externalUserId: person.externalUserId });
  expect(await onThePhone.status()).toMatchObject({ status: 'action-needed' });
  await onThePhone.submit('better');
  await onThePhone.decide({ reviewAnswer: 'GREEN' });
  expect(await person.status()).toMatchObject({ status: 'verified' });
});
