import * as v from 'valibot';
import { expect, test } from 'vitest';
import { deliveryListSchema } from '#sandbox/control/panel-contract';
import { receiverTimelineSchema } from '#sandbox/control/receiver-timeline-contract';
import { type JoinedPerson, joinAppAndSandbox } from './joined';

const token = 'an-operations-token-for-tests';
const url = 'http://portico.test/api/operations/timeline?externalUserId={externalUserId}';
const joined = await joinAppAndSandbox({
  variables: { OPERATIONS_TOKEN: token },
  sandbox: { receiverTimeline: { url, token } },
});

async function readSentences(person: JoinedPerson): Promise<string[]> {
  const response = await joined.panel(`/applicants/${await person.applicantId()}/receiver-timeline`);
  const timeline = v.parse(receiverTimelineSchema, await response.json());
  if (timeline.state !== 'told') throw new Error(`the app does not tell: ${JSON.stringify(timeline)}`);
  return timeline.entries
    .map(({ what, detail }) => (detail === undefined ? what : `${what}: ${detail}`))
    .map(sentence => sentence.replaceAll(/(delivery) \d+/gi, '$1'))
    .filter(sentence => /^(Delivery|basic-kyc-level)/.test(sentence));
}

test('the panel shows what the app made of each webhook, one that is repeated included', async () => {
  const person = await joined.enter();
  await person.openFrame();
  await person.submit();
  await person.decide({ reviewAnswer: 'GREEN' });
  const deliveries = await joined.panel(`/deliveries?applicantId=${await person.applicantId()}`);
  const [approval] = v.parse(deliveryListSchema, await deliveries.json()).items;
  await joined.panel(`/deliveries/${approval?.deliveryId}/send-again`, {});
  await person.decide({
    reviewAnswer: 'RED',
    reviewRejectType: 'FINAL',
    rejectLabels: ['FORGERY'],
    clientComment: 'no',
  });
  const sentences = await readSentences(person);
  expect(sentences).toEqual([
    'Delivery: applicantCreated: changed what people see',
    'basic-kyc-level is in-progress, revision 1: by delivery',
    'Delivery: applicantPending: changed what people see',
    'basic-kyc-level is in-review, revision 2: by delivery',
    'Delivery: applicantReviewed, GREEN: changed what people see',
    'basic-kyc-level is verified, revision 3: by delivery',
    'Delivery: applicantReviewed, GREEN: had arrived before',
    'Delivery: applicantReviewed, RED FINAL: changed what people see',
    'basic-kyc-level is changed (contact), revision 4: by delivery',
  ]);
});

test('what the app knows of a person is for nobody without the token', async () => {
  const person = await joined.enter();
  const response = await joined.app.request(url.replace('{externalUserId}', person.externalUserId));
  expect(response.status).toBe(401);
});
