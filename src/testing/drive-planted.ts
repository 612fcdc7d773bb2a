import { createHmac } from 'node:crypto';
import { SignJWT } from 'jose';
import { digestHeaders } from '#idngo/webhook-digest';
import { planted } from './planted';
import { type ProviderMood, providerMoods } from './planted-provider';

export interface Driven {
  /** One text for each answer: status and headers, and the body where it is an error. */
  answers: string[];
  /** Made on the way, and as secret as the planted ones. */
  made: { cookie: string; handOver: string; mailLink: string; digest: string };
  statuses: Set<number>;
}

export interface Target {
  request(path: string, init?: RequestInit): Promise<Response>;
  setMood(mood: ProviderMood): void;
  /** Runs the work while the database misbehaves in one way after the other. */
  whileDatabaseFails(work: () => Promise<void>): Promise<void>;
}

const signedBody = JSON.stringify({
  type: 'applicantReviewed',
  applicantId: planted.applicantId,
  externalUserId: planted.externalUserId,
  correlationId: planted.correlationId,
  levelName: 'basic-kyc-level',
  sandboxMode: true,
  reviewStatus: 'completed',
  createdAtMs: '2026-11-20 12:00:00.000',
  reviewResult: {
    reviewAnswer: 'GREEN',
    rejectLabels: [planted.label],
    moderationComment: planted.moderationComment,
    clientComment: planted.clientComment,
    buttonIds: [planted.buttonId],
  },
  [planted.unknownField]: planted.unknownField,
  email: planted.email,
  phone: planted.phone,
});

function sign(body: string): string {
  return createHmac('sha256', planted.webhookSecret).update(body).digest('hex');
}

async function createHandOver(claims: Record<string, string> = {}): Promise<string> {
  return new SignJWT({ email: planted.email, phone: planted.phone, name: planted.firstName, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(planted.externalUserId)
    .setJti(`${Math.random()}`)
    .setExpirationTime('2m')
    .sign(new TextEncoder().encode(planted.signInSecret));
}

/** The `jwt` of IDnGO's e-mails. */
async function createMailLink(): Promise<string> {
  return new SignJWT({ sub: planted.externalUserId, aud: 'portico' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime('1d')
    .sign(new TextEncoder().encode(planted.linkSecret));
}

/** Leads the whole app through successes and every kind of failure, with something planted in each. */
export async function drivePlanted({ request, setMood, whileDatabaseFails }: Target): Promise<Driven> {
  const answers: string[] = [];
  const statuses = new Set<number>();
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await request(path, { redirect: 'manual', ...init });
    const headers = [...response.headers].filter(([name]) => name !== 'set-cookie');
    const body = response.status >= 400 ? await response.clone().text() : '';
    answers.push(JSON.stringify([response.status, headers, body]));
    statuses.add(response.status);
    return response;
  };
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  const deliver = (body: string, digest = sign(body)) =>
    post('/webhooks/idngo', body, { [digestHeaders.digest]: digest, [digestHeaders.algorithm]: 'HMAC_SHA256_HEX' });

  setMood('helpful');
  const handOver = await createHandOver();
  const entered = await ask(`/enter?token=${handOver}`);
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const headers = {
    cookie,
    'user-agent': planted.header,
    'x-forwarded-for': planted.header,
    authorization: `Bearer ${planted.header}`,
    referer: `http://x/?q=${planted.query}`,
    'accept-language': planted.header,
  };
  const callEverything = async () => {
    const query = `?email=${encodeURIComponent(planted.email)}&q=${planted.query}`;
    for (const path of [
      '/api/session',
      '/api/verification',
      '/api/verification/documents',
      '/api/configuration',
      '/readyz',
    ]) {
      await ask(`${path}${query}`, { headers });
    }
    for (const path of ['/api/access-token', '/api/verification/documents/reveal']) {
      await post(`${path}${query}`, JSON.stringify({ email: planted.email, firstName: planted.firstName }), headers);
    }
  };

  for (const mood of providerMoods) {
    setMood(mood);
    await deliver(signedBody.replace('12:00:00', `12:00:0${providerMoods.indexOf(mood)}`));
    await callEverything();
    const retry = signedBody.replace('GREEN', 'RED').replace('12:00:00', `12:00:1${providerMoods.indexOf(mood)}`);
    await deliver(retry);
    await callEverything();
  }
  setMood('helpful');

  await deliver(signedBody, planted.digest);
  await post('/webhooks/idngo', signedBody, {
    [digestHeaders.digest]: planted.digest,
    [digestHeaders.algorithm]: planted.header,
  });
  await post('/webhooks/idngo', signedBody);
  await deliver(`{"type":"applicantReviewed","externalUserId":${planted.malformed}`);
  await deliver(JSON.stringify({ [planted.malformed]: planted.firstName }));
  await deliver(
    JSON.stringify({ type: planted.malformed, externalUserId: `${planted.externalUserId}-x`, note: planted.firstName }),
  );
  await deliver(signedBody.replace('2026-11-20 12:00:00.000', planted.malformed));
  await deliver(JSON.stringify({ type: 'applicantReviewed', note: planted.malformed.repeat(60_000) }));

  await ask(`/enter?token=${planted.jwt}`);
  await ask(`/enter?token=${handOver.slice(0, -4)}AAAA`);
  await ask(`/enter?token=${await createHandOver({ level: `${planted.malformed}\u0000` })}`);
  await ask(`/?jwt=${planted.jwt}`);
  await ask(`/verify?jwt=${planted.jwt}`);
  const mailLink = await createMailLink();
  await ask(`/verify?jwt=${mailLink}`, { headers: { accept: 'text/html' } });
  await ask(`/verify?jwt=${mailLink.slice(0, -4)}AAAA`);
  await ask(`/${planted.path}?q=${planted.query}`, { headers });
  await ask(`/api/${planted.path}/${encodeURIComponent(planted.email)}`, { headers });
  await ask(`/themes/${planted.path}/${planted.query}.css`);
  await ask('/api/verification', { headers: { cookie: `portico-session=${planted.cookie}` } });
  await post('/api/session', planted.malformed, headers);
  await post('/api/access-token', planted.malformed, {
    ...headers,
    'sec-fetch-site': 'cross-site',
    origin: `http://${planted.header}`,
  });
  await deliver(signedBody.replace('12:00:00', '12:00:30'));
  for (let count = 0; count < 12; count += 1) await post('/api/verification/documents/reveal', '', headers);

  await whileDatabaseFails(async () => {
    await callEverything();
    await deliver(signedBody.replace('12:00:00', '12:00:40'));
    await ask(`/enter?token=${await createHandOver()}`);
  });
  await deliver(signedBody.replace('12:00:00', '12:00:50'));
  return {
    answers,
    statuses,
    made: { cookie: cookie.split('=')[1] ?? '', handOver, mailLink, digest: sign(signedBody) },
  };
}
