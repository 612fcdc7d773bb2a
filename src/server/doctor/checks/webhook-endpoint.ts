import { randomBytes } from 'node:crypto';
import { type Check, cannotTell, fail, pass, type Result } from '../check';
import { describeFailure } from '../describe-failure';
import type { Examination } from '../examination';
import type { Answer } from '../request';
import { composeTestDelivery, deliver, deliveryPath, readProblemCode } from '../test-delivery';

/** IDnGO gives up after so long and sends again [S]. */
const providerPatienceMs = 5_000;
const settings = ['PUBLIC_URL', 'IDNGO_WEBHOOK_SECRET', 'DATABASE_URL'];

export const signedDeliveryArrives: Check = {
  id: 'webhook-endpoint',
  group: 'webhooks',
  title: `A signed delivery to PUBLIC_URL${deliveryPath} is kept`,
  needs: ['database', 'site'],
  settings,
  async run(examination) {
    const { config, database } = examination;
    const delivery = composeTestDelivery(config);
    const sentAt = performance.now();
    let answer: Answer;
    try {
      answer = await deliver(new URL(config.publicUrl), delivery, providerPatienceMs);
    } catch (error) {
      return fail(
        `it is not answered: ${describeFailure(error)}`,
        `Let the proxy pass POST ${deliveryPath} on to the app: IDnGO waits ${providerPatienceMs / 1000} s.`,
      );
    }
    if (answer.status !== 200) return explainRefusal(examination, answer);
    const { rowCount } = await (await database()).query('select 1 from deliveries where body_hash = $1', [
      delivery.bodyHash,
    ]);
    return rowCount
      ? pass(`answered 200 after ${Math.round(performance.now() - sentAt)} ms and found in the database`)
      : fail(
          'it is answered 200, but not in this database',
          `Let ${config.publicUrl} lead to the app that uses this DATABASE_URL, or run the doctor with that app’s environment.`,
        );
  },
};

/** The same past the proxy tells whose fault it is. */
async function explainRefusal(examination: Examination, answer: Answer): Promise<Result> {
  const { config, site } = examination;
  const { direct } = await site();
  const code = readProblemCode(answer);
  const passes = direct.frameOrigin && (await isTakenDirectly(examination, direct.url));
  if (code === 'digest-missing') {
    return fail(
      'its X-Payload-Digest headers do not reach the app',
      'Let the proxy pass X-Payload-Digest and X-Payload-Digest-Alg on: a rule of it removes them.',
    );
  }
  if (code === 'digest-wrong') {
    return passes
      ? fail(
          'its body does not reach the app as it was sent',
          `Let the proxy pass the bytes of ${deliveryPath} on unchanged: a filter or firewall of it writes the JSON anew.`,
        )
      : fail(
          'the running app does not accept this webhook secret',
          'Start the app again with this IDNGO_WEBHOOK_SECRET and these IDNGO_WEBHOOK_ALGORITHMS, or run the doctor with the app’s environment.',
        );
  }
  return fail(
    `it is answered ${answer.status}${code ? ` (${code})` : ', and not by the app'}`,
    passes || !code
      ? `Let the proxy of ${config.publicUrl} pass POST ${deliveryPath} on to the app, without a sign-in of its own.`
      : 'Look at the log of the app for the reason.',
  );
}

async function isTakenDirectly({ config }: Examination, url: URL): Promise<boolean> {
  const answer = await deliver(url, composeTestDelivery(config), providerPatienceMs).catch(() => undefined);
  return answer?.status === 200;
}

export const forgedDeliveryIsRefused: Check = {
  id: 'webhook-forgery',
  group: 'webhooks',
  title: 'A delivery with a forged digest is refused',
  needs: ['site'],
  settings,
  async run({ config }) {
    const forged = composeTestDelivery(config, randomBytes(16).toString('hex'));
    const answer = await deliver(new URL(config.publicUrl), forged, providerPatienceMs).catch(() => undefined);
    if (answer?.status === 401) return pass('answered 401');
    if (!answer || answer.status >= 300) return cannotTell('deliveries do not reach the app: see webhook-endpoint');
    return fail(
      `it is answered ${answer.status}`,
      `Something else than the app answers ${deliveryPath}, and says yes to everything: let the proxy pass it on.`,
    );
  },
};
