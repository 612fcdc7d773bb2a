import { SignJWT } from 'jose';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { framePaths } from '#stand-in/frame-contract';
import { type Joined, type JoinedPerson, joinAppAndSandbox } from '#testing/joined';
import { type PlayInput, playAnswerSchema, runListSchema } from './scenario-contract';
import { scenarios } from './scenarios';

/** Each scenario between the real backend and the real sandbox, played for the person of the app's own session. */
const joined = await openJoined('basic-kyc-level');
const joinedWithForms = await openJoined('address-kyc-level');

const seconds = 1000;
const hours = 60 * 60 * seconds;
const days = 24 * hours;
/** What the person whom the sandbox plays needs, and what a check takes. */
const [person, check] = [30 * seconds, 20 * seconds];

interface Course {
  /** How far the clock is moved on, and what the backend answers the person then. */
  stops: readonly (readonly [ms: number, status: string])[];
  /** Every status the person could have seen, in order. */
  seen: readonly string[];
}

const beginning = ['in-progress', 'in-review'] as const;
const submitted = [person, 'in-review'] as const;
const again = [check, 'action-needed'] as const;
const approved = [check, 'verified'] as const;

const courses: Record<string, Course> = {
  'straight-through': { stops: [submitted, approved], seen: [...beginning, 'verified'] },
  'two-photos-again': {
    stops: [submitted, again, submitted, approved],
    seen: [...beginning, 'action-needed', 'in-review', 'verified'],
  },
  'everything-again': {
    stops: [submitted, again, submitted, approved],
    seen: [...beginning, 'action-needed', 'in-review', 'verified'],
  },
  'form-again': {
    stops: [submitted, again, submitted, approved],
    seen: [...beginning, 'action-needed', 'in-review', 'verified'],
  },
  'sent-again-three-times-then-final': {
    stops: [submitted, again, submitted, again, submitted, again, submitted, [check, 'not-verified']],
    seen: [
      ...beginning,
      ...['action-needed', 'in-review', 'action-needed', 'in-review', 'action-needed', 'in-review'],
      'not-verified',
    ],
  },
  'rejected-outright': { stops: [submitted, [check, 'not-verified']], seen: [...beginning, 'not-verified'] },
  'approved-then-blocked': {
    stops: [submitted, approved, [3 * days, 'changed: contact']],
    seen: [...beginning, 'verified', 'changed: contact'],
  },
  'approval-withdrawn-and-restored': {
    stops: [submitted, approved, [1 * days, 'changed: contact'], [1 * hours, 'verified']],
    seen: [...beginning, 'verified', 'changed: contact', 'verified'],
  },
  'approved-then-asked-again': {
    stops: [submitted, approved, [30 * days, 'changed: resubmit'], submitted, approved],
    seen: [...beginning, 'verified', 'changed: resubmit', 'in-review', 'verified'],
  },
  'held-overnight': {
    stops: [submitted, [check, 'on-hold'], [12 * hours, 'verified']],
    seen: [...beginning, 'on-hold', 'verified'],
  },
  'prechecked-then-green': {
    stops: [submitted, [check, 'in-review'], [60 * seconds, 'verified']],
    seen: [...beginning, 'verified'],
  },
  'operator-resets': {
    stops: [submitted, approved, [1 * days, 'changed: start-again'], submitted, approved],
    seen: [...beginning, 'verified', 'changed: start-again', 'in-review', 'verified'],
  },
  // What is given and approved at the higher level says nothing of the level that the app asks for.
  'level-raised': {
    stops: [submitted, approved, [1 * days, 'changed: start-again'], [person + check, 'changed: start-again']],
    seen: [...beginning, 'verified', 'changed: start-again'],
  },
  'deactivated-and-back': {
    stops: [submitted, [check, 'not-verified'], [1 * hours, 'in-review'], approved],
    seen: [...beginning, 'not-verified', 'in-review', 'verified'],
  },
  'person-deleted': {
    stops: [submitted, approved, [1 * days, 'changed: contact']],
    seen: [...beginning, 'verified', 'changed: contact'],
  },
  'token-expires-during-selfie': {
    stops: [[person, 'in-progress'], [person, 'in-review'], approved],
    seen: [...beginning, 'verified'],
  },
  'never-answers': { stops: [submitted, [365 * days, 'in-review']], seen: [...beginning] },
};

test.each(scenarios.map(({ name, title }) => [title, name]))('%s, as the backend sees it', async (_title, name) => {
  const { stops, seen } = courses[name] ?? { stops: [], seen: [] };
  const bench = name === 'form-again' ? joinedWithForms : joined;
  const somebody = await bench.enter();
  expect(await readStatus(somebody)).toBe('not-started');
  await play(bench, name, { externalUserId: somebody.externalUserId, person: 'sandbox' });
  expect(await readStatus(somebody)).toBe('in-progress');
  for (const [ms, status] of stops) {
    await bench.advance(ms);
    expect(await readStatus(somebody)).toBe(status);
  }
  expect(await readSeen(bench, somebody)).toEqual(seen);
  const { items } = v.parse(
    runListSchema,
    await (await bench.panel(`/scenario-runs?externalUserId=${somebody.externalUserId}`)).json(),
  );
  expect(items.map(({ state }) => state)).toEqual([{ name: 'done' }]);
  await bench.advance(60 * days);
  expect(await readStatus(somebody)).toBe(stops.at(-1)?.[1]);
});

test('after a request for two photos the backend names those two, with their comments', async () => {
  const somebody = await joined.enter();
  await play(joined, 'two-photos-again', { externalUserId: somebody.externalUserId, person: 'sandbox', lang: 'kk' });
  await joined.advance(person + check);
  const { steps } = await somebody.readDocuments();
  const images = steps.flatMap(({ idDocType, images }) => images.map(image => ({ idDocType, ...image })));
  expect(images).toMatchObject([
    { idDocType: 'ID_CARD', side: 'front', verdict: 'send-again', reasons: ['LOW_QUALITY'] },
    { idDocType: 'ID_CARD', side: 'back', verdict: 'accepted', reasons: [], comment: null },
    { idDocType: 'SELFIE', side: 'whole', verdict: 'send-again', reasons: ['BAD_SELFIE'] },
  ]);
  expect(images[0]?.comment).toMatch(/^Фото тым қараңғы/);
  expect(images[2]?.comment).toMatch(/^Бетіңіз толық көрінбейді/);
});

test('a token that ended in the middle is refused, and the one minted in its place goes on with what was sent', async () => {
  const somebody = await joined.enter();
  const earlier = await somebody.mintToken();
  const open = (token: string) =>
    joined.sandbox.fetch(`http://sandbox.test${framePaths.applicant}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
  expect((await open(earlier)).status).toBe(200);
  await play(joined, 'token-expires-during-selfie', { externalUserId: somebody.externalUserId, person: 'sandbox' });
  expect((await open(earlier)).status).toBe(200);
  await joined.advance(person);
  expect((await open(earlier)).status).toBe(401);
  const applicant = (await (await open(await somebody.mintToken())).json()) as { steps: { state: string }[] };
  expect(applicant.steps.map(({ state }) => state)).toEqual(['received', 'open']);
});

test('whoever enters by the host product’s token, and plays their own part, gets the scenario that waits for them', async () => {
  const secret = 'a-secret-of-the-host-product';
  const bench = await openJoined('basic-kyc-level', { SIGN_IN_SECRET: secret });
  await play(bench, 'approved-then-blocked', { externalUserId: 'customer-7', person: 'themselves' });
  const token = await new SignJWT({ sub: 'customer-7' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(new Date(bench.realTime.now() + 60 * seconds))
    .sign(new TextEncoder().encode(secret));
  const entered = await bench.app.request(`/enter?token=${token}`);
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const customer = bench.personOf({ cookie, externalUserId: 'customer-7' });
  await customer.submit();
  await bench.advance(check);
  expect(await readStatus(customer)).toBe('verified');
  await bench.advance(3 * days);
  expect(await readStatus(customer)).toBe('changed: contact');
  expect(await readSeen(bench, customer)).toEqual([...beginning, 'verified', 'changed: contact']);
});

async function openJoined(levelName: string, variables: Record<string, string> = {}): Promise<Joined> {
  const opened = await joinAppAndSandbox({ variables: { IDNGO_LEVEL_NAME: levelName, ...variables } });
  await opened.database.query(`
    create table seen (place serial, external_user_id text, status text);
    create function keep_seen() returns trigger language plpgsql as $$ begin
      insert into seen (external_user_id, status)
        values (new.external_user_id, concat_ws(': ', new.status, new.remedy));
      return new;
    end $$;
    create trigger keep_seen after update on verifications for each row
      when (new.level_name = '${levelName}' and new.revision > old.revision) execute function keep_seen();
  `);
  return opened;
}

async function play(bench: Joined, scenario: string, input: PlayInput): Promise<void> {
  const response = await bench.panel(`/scenarios/${scenario}/play`, input);
  v.parse(playAnswerSchema, await response.json());
  await bench.settle();
}

async function readStatus(somebody: JoinedPerson): Promise<string> {
  const verification = await somebody.status();
  return verification.status === 'changed' ? `changed: ${verification.remedy}` : verification.status;
}

async function readSeen(bench: Joined, { externalUserId }: JoinedPerson): Promise<string[]> {
  const { rows } = await bench.database.query<{ status: string }>(
    'select status from seen where external_user_id = $1 order by place',
    [externalUserId],
  );
  return rows.map(({ status }) => status);
}
