import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { framePaths } from '#stand-in/frame-contract';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';
import { createApplicant, read, refusalOf } from '../play-applicant';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

const patch = (path: string, json: object) => bench.call('PATCH', `/resources/applicants${path}`, { json });

test('gives a person another id of the client, that nobody else has', async () => {
  const { id } = await createApplicant(bench);
  await createApplicant(bench, { externalUserId: 'u-2' });
  expect(await refusalOf(patch('', { id, externalUserId: 'u-2' }))).toMatchObject({ status: 409 });
  const changed = await patch('', { id, externalUserId: 'u-3', email: 'b@example.kz', phone: null });
  expect(await changed.json()).toMatchObject({ id, externalUserId: 'u-3', email: 'b@example.kz' });
  expect(await read(bench, '/resources/applicants/-;externalUserId=u-3/one')).toMatchObject({ id });
  expect((await bench.call('GET', '/resources/applicants/-;externalUserId=u-1/one')).status).toBe(404);
  await bench.restart();
  expect((await bench.call('GET', '/resources/applicants/-;externalUserId=u-1/one')).status).toBe(404);
  await createApplicant(bench);
  await vi.waitFor(() => expect(bench.receivedTypes()).toContain('applicantPersonalInfoChanged'));
});

test('replaces the named fields of what the client sent, and leaves the others', async () => {
  const { id } = await createApplicant(bench, { fixedInfo: { firstName: 'A', lastName: 'B' } });
  const changed = await patch(`/${id}/fixedInfo`, { firstName: 'C' });
  expect(await changed.json()).toEqual({ firstName: 'C', lastName: 'B' });
});

test('asks for a list of tags', async () => {
  const { id } = await createApplicant(bench);
  const response = bench.call('POST', `/resources/applicants/${id}/tags`, { json: { tags: ['vip'] } });
  expect(await refusalOf(response)).toMatchObject({ status: 400 });
});

test('ends the access tokens of the id that a person had before', async () => {
  const token = await bench.mintToken('u-old');
  await bench.frame(token, framePaths.applicant);
  const { id } = await read<{ id: string }>(bench, '/resources/applicants/-;externalUserId=u-old/one');
  await bench.call('PATCH', '/resources/applicants', { json: { id, externalUserId: 'u-new' } });
  expect((await bench.frame(token, framePaths.applicant)).status).toBe(401);
  expect((await bench.call('GET', '/resources/applicants/-;externalUserId=u-old/one')).status).toBe(404);
});
