import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeJpeg } from '../files/sample-files';
import { openTestSandbox, type TestSandbox, toUploadForm } from '../open-test-sandbox';
import { createApplicant } from '../play-applicant';
import { type ApplicantDetail, applicantDetailSchema, applicantListSchema } from './panel-contract';
import {
  type PlayAnswer,
  type PlayInput,
  playAnswerSchema,
  type RunView,
  runAnswerSchema,
  runListSchema,
  scenarioListSchema,
} from './scenario-contract';

const seconds = 1000;
const hours = 60 * 60 * seconds;
const days = 24 * hours;
let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

async function play(scenario: string, input: PlayInput): Promise<PlayAnswer> {
  const response = await bench.panel(`/scenarios/${scenario}/play`, input);
  const answer = v.parse(playAnswerSchema, await response.json());
  expect(response.status).toBe(201);
  await bench.sandbox.clock.settle();
  return answer;
}

async function refusal(path: string, body: object) {
  const response = await bench.panel(path, body);
  return { status: response.status, ...((await response.json()) as { description: string }) };
}

async function listRuns(query = ''): Promise<RunView[]> {
  return v.parse(runListSchema, await (await bench.panel(`/scenario-runs${query}`)).json()).items;
}

async function readRun(runId: string): Promise<RunView> {
  const run = (await listRuns()).find(candidate => candidate.runId === runId);
  if (!run) throw new Error(`there is no run ${runId}`);
  return run;
}

const wordsOf = ({ state }: RunView) => ('words' in state ? state.words : state.name);

async function findApplicant(externalUserId: string): Promise<ApplicantDetail> {
  const { items } = v.parse(applicantListSchema, await (await bench.panel('/applicants')).json());
  const id = items.find(item => item.externalUserId === externalUserId && item.presence !== 'deleted')?.applicantId;
  return v.parse(applicantDetailSchema, await (await bench.panel(`/applicants/${id}`)).json());
}

async function statusOf(externalUserId: string): Promise<string> {
  const { presence, review } = await findApplicant(externalUserId);
  const { reviewStatus, reviewResult } = review;
  const verdict = reviewStatus === 'completed' ? ` ${reviewResult?.reviewAnswer}` : '';
  return `${presence === 'active' ? '' : `${presence} `}${reviewStatus}${verdict}`;
}

/** What somebody does who plays their own part: opens the frame, and submits a passport and a selfie. */
async function submitThemselves(externalUserId: string, steps = ['IDENTITY', 'SELFIE', 'submit']): Promise<void> {
  const token = await bench.mintToken(externalUserId);
  for (const step of steps) {
    if (step === 'submit') {
      expect((await bench.frame(token, '/frame/api/submit', { method: 'POST' })).status).toBe(200);
      continue;
    }
    const metadata = { idDocSetType: step, idDocType: step === 'SELFIE' ? 'SELFIE' : 'PASSPORT', country: 'KAZ' };
    const body = toUploadForm(metadata, makeJpeg(`${externalUserId} ${step} ${bench.sandbox.clock.now()}`));
    expect((await bench.frame(token, '/frame/api/documents', { method: 'POST', body })).status).toBe(200);
  }
  await bench.sandbox.clock.settle();
}

const advance = (ms: number) => bench.sandbox.clock.advance(ms);

test('lists every scenario with its moves in words', async () => {
  const { items } = v.parse(scenarioListSchema, await (await bench.panel('/scenarios')).json());
  expect(items.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['straight-through', 'two-photos-again', 'approved-then-blocked', 'never-answers']),
  );
  expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
  expect(items.find(({ name }) => name === 'two-photos-again')?.moves).toEqual([
    { move: 'await-submission', actor: 'person', words: 'The person submits' },
    { move: 'pause', actor: 'time', words: '20 seconds pass' },
    {
      move: 'verdict',
      actor: 'idngo',
      words: 'Asks for IDENTITY front and SELFIE again (RED RETRY: LOW_QUALITY, BAD_SELFIE)',
    },
    { move: 'await-submission', actor: 'person', words: 'The person submits' },
    { move: 'pause', actor: 'time', words: '20 seconds pass' },
    { move: 'verdict', actor: 'idngo', words: 'Approves (GREEN)' },
  ]);
});

test('plays both sides for a person who does not exist yet, and says when each move was played', async () => {
  const { run } = await play('straight-through', { externalUserId: 'u-1', person: 'sandbox', lang: 'kk' });
  expect(run).toMatchObject({ externalUserId: 'u-1', applicantId: expect.stringMatching(/^[0-9a-f]{24}$/) });
  expect(await statusOf('u-1')).toBe('init');
  expect(await readRun(run.runId)).toMatchObject({
    state: {
      name: 'running',
      words: "The sandbox's person is about to submit",
      until: '2026-01-15T10:00:30.000Z',
    },
  });
  await advance(30 * seconds);
  expect(await statusOf('u-1')).toBe('pending');
  const { steps } = await findApplicant('u-1');
  expect(steps.map(({ idDocType, images }) => [idDocType, images.map(image => image.mediaType)])).toEqual([
    ['ID_CARD', ['image/png', 'image/png']],
    ['SELFIE', ['image/png']],
  ]);
  await advance(20 * seconds - 1);
  expect(await statusOf('u-1')).toBe('pending');
  await advance(1);
  expect(await statusOf('u-1')).toBe('completed GREEN');
  const done = await readRun(run.runId);
  expect(done.state).toEqual({ name: 'done' });
  expect(done.moves.map(({ playedAt }) => playedAt)).toEqual([
    '2026-01-15T10:00:30.000Z',
    '2026-01-15T10:00:50.000Z',
    '2026-01-15T10:00:50.000Z',
  ]);
  expect(bench.receivedTypes()).toEqual(['applicantCreated', 'applicantPending', 'applicantReviewed']);
});

test('waits for somebody who plays their own part, and goes on by itself when they have', async () => {
  const { run } = await play('two-photos-again', { externalUserId: 'u-1', person: 'themselves', pace: 'fast' });
  expect(run.applicantId).toBeNull();
  expect(wordsOf(await readRun(run.runId))).toBe('Waits for the person to come');
  await submitThemselves('u-1', ['IDENTITY']);
  expect(wordsOf(await readRun(run.runId))).toBe('Waits for the person to submit');
  await advance(30 * days);
  await submitThemselves('u-1', ['SELFIE', 'submit']);
  await advance(2 * seconds);
  const { steps } = await findApplicant('u-1');
  expect(steps.map(({ state }) => state)).toEqual(['send-again', 'send-again']);
  expect(steps[0]?.images[0]?.review).toEqual({
    reviewAnswer: 'RED',
    rejectLabels: ['LOW_QUALITY'],
    moderationComment: 'The photo is too dark to read. Please take it again in daylight, without flash.',
  });
  await submitThemselves('u-1');
  await advance(2 * seconds);
  expect(await statusOf('u-1')).toBe('completed GREEN');
  expect((await readRun(run.runId)).state.name).toBe('done');
});

test('takes a submission that is already there', async () => {
  await submitThemselves('u-1');
  const { applicantId } = await findApplicant('u-1');
  await play('straight-through', { applicantId, person: 'themselves' });
  await advance(20 * seconds);
  expect(await statusOf('u-1')).toBe('completed GREEN');
});

test('takes the next new person, but not one whom another run brings or waits for', async () => {
  const { run } = await play('straight-through', { next: true, person: 'themselves' });
  expect(wordsOf(await readRun(run.runId))).toBe('Waits for the next new person');
  await play('never-answers', { externalUserId: 'expected', person: 'themselves' });
  await play('never-answers', { externalUserId: 'brought', person: 'sandbox' });
  await submitThemselves('expected');
  expect((await readRun(run.runId)).externalUserId).toBeNull();
  await submitThemselves('surprise');
  expect((await readRun(run.runId)).externalUserId).toBe('surprise');
  await submitThemselves('later');
  await advance(20 * seconds);
  expect(await statusOf('surprise')).toBe('completed GREEN');
  expect(await statusOf('later')).toBe('pending');
});

test('leaves people of production alone, unless one of them is named', async () => {
  const { run } = await play('straight-through', { externalUserId: 'u-1', person: 'themselves' });
  const next = await play('straight-through', { next: true, person: 'themselves' });
  const production = { environment: 'production' } as const;
  const { id } = await createApplicant(bench, { externalUserId: 'u-1' }, production);
  await createApplicant(bench, { externalUserId: 'u-2' }, production);
  const named = await play('straight-through', { applicantId: id, person: 'sandbox', pace: 'fast' });
  expect(named.replaced).toBeNull();
  for (const { runId } of [run, next.run]) expect((await readRun(runId)).applicantId).toBeNull();
  await advance(4 * seconds);
  expect((await readRun(named.run.runId)).state.name).toBe('done');
});

test('names a new person itself where nobody is named', async () => {
  const { run } = await play('never-answers', { next: true, person: 'sandbox' });
  expect(run.externalUserId).toMatch(/^scenario-[0-9a-f]{8}$/);
  await advance(30 * seconds);
  expect(await statusOf(run.externalUserId ?? '')).toBe('pending');
});

test('writes to the person in their language', async () => {
  await play('two-photos-again', { externalUserId: 'u-1', person: 'sandbox', lang: 'ru-RU' });
  await advance(50 * seconds);
  const { review, steps } = await findApplicant('u-1');
  expect(review.reviewResult).toMatchObject({
    moderationComment: 'Две фотографии принять не удалось. Пришлите их, пожалуйста, ещё раз.',
  });
  const [identity, selfie] = steps;
  expect(identity?.images.map(image => image.review?.reviewAnswer)).toEqual(['RED', 'GREEN']);
  expect(selfie?.images[0]?.review?.moderationComment).toMatch(/^Лицо видно не полностью/);
});

test('puts an end to the run before it, and says so', async () => {
  const first = await play('held-overnight', { externalUserId: 'u-1', person: 'sandbox' });
  await advance(50 * seconds);
  expect(await statusOf('u-1')).toBe('onHold');
  const { run, replaced } = await play('straight-through', { externalUserId: 'u-1', person: 'sandbox' });
  expect(replaced).toMatchObject({
    runId: first.run.runId,
    state: { name: 'stopped', words: "Replaced by 'Straight through'" },
  });
  expect(run.moves.map(({ move }) => move)).toEqual(['reset', 'await-submission', 'pause', 'verdict']);
  await advance(50 * seconds);
  expect(await statusOf('u-1')).toBe('completed GREEN');
  await advance(2 * days);
  expect(await statusOf('u-1')).toBe('completed GREEN');
  expect((await listRuns('?externalUserId=u-1')).map(({ state }) => state.name)).toEqual(['done', 'stopped']);
  expect(await listRuns('?externalUserId=u-2')).toEqual([]);
});

test('begins at the beginning for somebody who was rejected for good and deactivated', async () => {
  await play('rejected-outright', { externalUserId: 'u-1', person: 'sandbox' });
  await advance(50 * seconds);
  const { applicantId } = await findApplicant('u-1');
  await bench.panel(`/applicants/${applicantId}/deactivate`, {});
  await play('straight-through', { applicantId, person: 'sandbox' });
  await advance(50 * seconds);
  expect(await statusOf('u-1')).toBe('completed GREEN');
});

test('leaves a decided person as they are when told so, and fails when nothing can come of it', async () => {
  await play('rejected-outright', { externalUserId: 'u-1', person: 'sandbox' });
  await advance(50 * seconds);
  const { run } = await play('straight-through', { externalUserId: 'u-1', person: 'sandbox', startOver: false });
  expect(await readRun(run.runId)).toMatchObject({
    state: { name: 'failed', words: 'The applicant was finally rejected: no more data is accepted' },
  });
});

test.each([
  ['a verdict', 'verdict', { reviewAnswer: 'GREEN' }, /completed, not pending any more: somebody else/],
  ['a deletion', 'delete', {}, /^Somebody else has deleted the applicant/],
  ['a deactivation', 'deactivate', {}, /^Somebody else has deactivated the applicant/],
  ['a hold', 'hold', {}, /onHold, not pending any more/],
])('fails with words when %s comes between', async (_what, command, body, words) => {
  const { run } = await play('straight-through', { externalUserId: 'u-1', person: 'sandbox' });
  await advance(30 * seconds);
  await bench.panel(`/applicants/${run.applicantId}/${command}`, body);
  await bench.sandbox.clock.settle();
  const failed = await readRun(run.runId);
  expect(failed.state.name).toBe('failed');
  expect(wordsOf(failed)).toMatch(words);
  const received = bench.received.length;
  await advance(10 * days);
  expect(bench.received).toHaveLength(received);
});

test('fails with words when the level has not what the scenario speaks of', async () => {
  await submitThemselves('u-1');
  const { run } = await play('form-again', { externalUserId: 'u-1', person: 'themselves', pace: 'fast' });
  await advance(2 * seconds);
  expect(wordsOf(await readRun(run.runId))).toBe(
    "The person has given nothing for APPLICANT_DATA at level 'basic-kyc-level'",
  );
});

test('stops by hand, once', async () => {
  const { run } = await play('straight-through', { externalUserId: 'u-1', person: 'sandbox' });
  const stopped = await bench.panel(`/scenario-runs/${run.runId}/stop`, {});
  expect(v.parse(runAnswerSchema, await stopped.json()).state).toEqual({ name: 'stopped', words: 'Stopped by hand' });
  await advance(10 * days);
  expect(await statusOf('u-1')).toBe('init');
  expect(await refusal(`/scenario-runs/${run.runId}/stop`, {})).toMatchObject({ status: 409 });
  expect(await refusal('/scenario-runs/unknown/stop', {})).toMatchObject({ status: 404 });
});

test('goes on after a restart: what is overdue soon, the rest when it is due', async () => {
  const both = ['u-1', 'u-2'];
  for (const externalUserId of both) await play('held-overnight', { externalUserId, person: 'sandbox' });
  await advance(50 * seconds);
  await bench.restart();
  await advance(12 * hours - 1);
  expect(await Promise.all(both.map(statusOf))).toEqual(['onHold', 'onHold']);
  await bench.sandbox.close();
  bench.clock.advance(1 * hours);
  await bench.restart();
  expect(await Promise.all(both.map(statusOf))).toEqual(['onHold', 'onHold']);
  await advance(1 * seconds);
  expect(await Promise.all(both.map(statusOf))).toEqual(['completed GREEN', 'completed GREEN']);
  expect((await listRuns()).map(({ state }) => state.name)).toEqual(['done', 'done']);
});

test('waits for somebody over a restart, too', async () => {
  await play('straight-through', { next: true, person: 'themselves' });
  await bench.restart();
  await submitThemselves('u-1');
  await advance(20 * seconds);
  expect(await statusOf('u-1')).toBe('completed GREEN');
});

test('says so where it was killed before it had made the person whom it plays', async () => {
  const { run } = await play('never-answers', { externalUserId: 'u-1', person: 'sandbox' });
  const path = join(bench.dataDir, 'scenario-runs', `${run.runId}.json`);
  const half = { ...JSON.parse(readFileSync(path, 'utf8')), externalUserId: 'u-2', applicantId: null, left: null };
  writeFileSync(path, JSON.stringify(half));
  await bench.restart();
  expect(await readRun(run.runId)).toMatchObject({ state: { name: 'failed', words: expect.stringMatching(/again/) } });
});

test('fast shortens the longest pause to two seconds', async () => {
  await play('approved-then-blocked', { externalUserId: 'u-1', person: 'sandbox', pace: 'fast' });
  await advance(6 * seconds);
  expect(await statusOf('u-1')).toBe('completed RED');
});

test.each([
  ['nobody', { person: 'sandbox' }, 400, /name exactly one of/],
  ['two people', { next: true, externalUserId: 'u-1', person: 'sandbox' }, 400, /name exactly one of/],
  ['an unknown applicant', { applicantId: 'unknown', person: 'sandbox' }, 404, /not found/],
  ['an unknown level', { next: true, person: 'sandbox', levelName: 'unknown' }, 404, /Level 'unknown' not found/],
  ['an unknown player', { next: true, person: 'nobody' }, 400, /person/],
])('refuses to play for %s', async (_what, body, status, description) => {
  expect(await refusal('/scenarios/straight-through/play', body)).toEqual(
    expect.objectContaining({ status, description: expect.stringMatching(description) }),
  );
  expect(await listRuns()).toEqual([]);
});

test('leaves everything as it is where it refuses a level of actions', async () => {
  const { run } = await play('never-answers', { externalUserId: 'u-1', person: 'themselves' });
  const body = { externalUserId: 'u-1', person: 'sandbox', levelName: 'basic-action-level' };
  const refused = await refusal('/scenarios/straight-through/play', body);
  expect(refused).toMatchObject({ status: 400, description: expect.stringMatching(/is for actions/) });
  expect(await listRuns()).toMatchObject([{ runId: run.runId, state: { name: 'running' } }]);
});

test('refuses an unknown scenario, and one for a deleted applicant', async () => {
  const { run } = await play('person-deleted', { externalUserId: 'u-1', person: 'sandbox', pace: 'fast' });
  await advance(10 * seconds);
  const body = { applicantId: run.applicantId, person: 'sandbox' };
  expect(await refusal('/scenarios/straight-through/play', body)).toMatchObject({ status: 409, errorCode: 1008 });
  expect(await refusal('/scenarios/unknown/play', body)).toMatchObject({ status: 404 });
});

test.each(['basic-kyc-level', 'address-kyc-level', 'full-kyc-level'])('plays the person at %s', async levelName => {
  await play('straight-through', { externalUserId: 'u-1', person: 'sandbox', levelName, pace: 'fast' });
  await advance(4 * seconds);
  expect(await statusOf('u-1')).toBe('completed GREEN');
  const { steps } = await findApplicant('u-1');
  expect(steps.every(({ state }) => state === 'accepted')).toBe(true);
});

test('stays stopped when what the person was in the middle of fails afterwards', async () => {
  const { run } = await play('straight-through', { externalUserId: 'u-1', person: 'sandbox' });
  const { applicantId } = await findApplicant('u-1');
  const advanced = bench.sandbox.clock.advance(30 * seconds);
  await vi.waitFor(async () => expect((await findApplicant('u-1')).steps[0]?.state).not.toBe('open'));
  expect((await bench.panel(`/scenario-runs/${run.runId}/stop`, {})).status).toBe(200);
  await bench.panel(`/applicants/${applicantId}/deactivate`, {});
  await advanced;
  expect((await readRun(run.runId)).state).toEqual({ name: 'stopped', words: 'Stopped by hand' });
});
