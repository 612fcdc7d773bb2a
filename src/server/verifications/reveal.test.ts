import { afterEach, describe, expect, test } from 'vitest';
import { dumpDatabase } from '#testing/dump-database';
import { createTestApp, deliver, type EnteredPerson, enter, green, redFinal, webhookBody } from '#testing/test-app';
import { createTestDatabase } from '#testing/test-database';

const applicant = {
  id: '674f349fd61a536c7f2f318b',
  info: {
    idDocs: [
      {
        idDocType: 'ID_CARD',
        country: 'KAZ',
        firstName: 'AIGERIM',
        number: '87988779ID',
        dob: '1990-01-02',
        mrzLine1: 'I<KAZ',
      },
    ],
  },
};
let answer: () => Response | Promise<Response> = () => json(applicant);
const asked: string[] = [];
const testApp = await createTestApp({
  fetch: async url => {
    asked.push(String(url));
    return answer();
  },
});
const { app, database } = testApp;

afterEach(() => {
  answer = () => json(applicant);
  asked.length = 0;
});

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status });
}

function reveal({ cookie }: Pick<EnteredPerson, 'cookie'>, init: RequestInit = {}) {
  return app.request('/api/verification/documents/reveal', {
    method: 'POST',
    ...init,
    headers: { cookie, ...init.headers },
  });
}

async function enterVerified(): Promise<EnteredPerson> {
  const person = await enter(testApp);
  await deliver(app, webhookBody(person.externalUserId, 1, green));
  return person;
}

async function readReveals({ externalUserId }: EnteredPerson) {
  const { rows } = await database.query<{ actor: string; detail: unknown }>(
    `select actor, detail from audit_trail where action = 'documents-revealed' and subject_pseudonym = pseudonym($1)`,
    [externalUserId],
  );
  return rows;
}

test('gives the values in full to the verified person who asks, and writes down that it did', async () => {
  const person = await enterVerified();
  const response = await reveal(person);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual({
    reference: expect.any(String),
    documents: [
      {
        idDocType: 'ID_CARD',
        country: 'KAZ',
        fields: [
          { name: 'name', value: 'AIGERIM' },
          { name: 'number', value: '87988779ID' },
          { name: 'dob', value: '1990-01-02' },
        ],
      },
    ],
  });
  expect(await readReveals(person)).toEqual([
    { actor: 'person', detail: { documents: ['ID_CARD'], fields: ['name', 'number', 'dob'] } },
  ]);
});

describe('reveals nothing', () => {
  async function expectNothing(person: EnteredPerson, response: Response, code: string, status: number) {
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(JSON.parse(text)).toMatchObject({ code });
    expect(text).not.toMatch(/AIGERIM|87988779/);
    expect(await readReveals(person)).toEqual([]);
  }

  test('to somebody without a session', async () => {
    const person = await enterVerified();
    await expectNothing(person, await reveal({ cookie: 'portico-session=made-up' }), 'session-required', 401);
  });

  test('to a person who is not verified, and IDnGO is not even asked', async () => {
    const person = await enter(testApp);
    await expectNothing(person, await reveal(person), 'not-found', 404);
    await deliver(app, webhookBody(person.externalUserId, 1, green));
    await deliver(app, webhookBody(person.externalUserId, 2, redFinal));
    await expectNothing(person, await reveal(person), 'not-found', 404);
    expect(asked).toEqual([]);
  });

  test('to a person whose approval is withdrawn while IDnGO is being asked', async () => {
    const person = await enterVerified();
    answer = async () => {
      await deliver(app, webhookBody(person.externalUserId, 2, redFinal));
      return json(applicant);
    };
    await expectNothing(person, await reveal(person), 'not-found', 404);
  });

  test('to a page of another site', async () => {
    const person = await enterVerified();
    const response = await reveal(person, { headers: { 'sec-fetch-site': 'cross-site' } });
    await expectNothing(person, response, 'cross-site', 403);
  });

  test('to a question that changes nothing, such as a link or a picture could ask', async () => {
    const person = await enterVerified();
    await expectNothing(person, await reveal(person, { method: 'GET' }), 'method-not-allowed', 405);
  });

  test('of somebody else, whoever the request or the answer names', async () => {
    const person = await enterVerified();
    answer = () => json({ ...applicant, externalUserId: 'somebody-else' });
    await expectNothing(person, await reveal(person), 'provider-refused', 502);
    const body = JSON.stringify({ externalUserId: 'somebody-else', userId: 'somebody-else' });
    await reveal(person, { body });
    expect(asked.every(url => url.includes(person.externalUserId) && !url.includes('somebody-else'))).toBe(true);
  });

  test('where the audit trail cannot be written', async () => {
    const own = await createTestDatabase();
    const other = await createTestApp({ database: own, fetch: async () => json(applicant) });
    const person = await enter(other);
    await deliver(other.app, webhookBody(person.externalUserId, 1, green));
    await own.query('alter table audit_trail add constraint full_disk check (false) not valid');
    const response = await other.app.request('/api/verification/documents/reveal', {
      method: 'POST',
      headers: { cookie: person.cookie },
    });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/AIGERIM|87988779|full_disk/);
  });
});

test('reveals ten times in ten minutes, and every time is in the audit trail', async () => {
  const person = await enterVerified();
  for (let count = 0; count < 10; count += 1) expect((await reveal(person)).status).toBe(200);
  const refused = await reveal(person);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await readReveals(person)).toHaveLength(10);
  expect((await reveal(await enterVerified())).status).toBe(200);
});

test('leaves no value in the database', async () => {
  const person = await enterVerified();
  await reveal(person);
  const dump = await dumpDatabase(database);
  expect(dump.filter(line => /AIGERIM|87988779|1990-01-02|I<KAZ/.test(line))).toEqual([]);
  expect(dump.filter(line => line.includes(person.externalUserId)).length).toBeGreaterThan(2);
});
