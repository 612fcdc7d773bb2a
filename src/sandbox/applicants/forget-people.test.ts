import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { framePaths } from '#stand-in/frame-contract';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';
import { approveApplicant } from '../play-applicant';

const address = 'aigerim@example.kz';
const folders = ['actions', 'contact-codes', 'outbox'];
let bench: TestSandbox;
let applicantId: string;
beforeEach(async () => {
  bench = openTestSandbox();
  applicantId = await addPerson('u-1', address);
});
afterEach(() => bench.close());

/** Somebody with an action and a code that was sent and not yet entered. */
async function addPerson(externalUserId: string, email: string): Promise<string> {
  const token = await bench.mintToken(externalUserId, 'full-kyc-level');
  const created = await bench.call('POST', '/resources/applicants?levelName=full-kyc-level', {
    json: { externalUserId },
  });
  const { id } = (await created.json()) as { id: string };
  const body = JSON.stringify({ idDocSetType: 'EMAIL_VERIFICATION', address: email });
  expect((await bench.frame(token, framePaths.contacts, { method: 'POST', body })).status).toBe(200);
  await approveApplicant(bench, id);
  const action = await bench.call(
    'POST',
    `/resources/applicantActions/-/forApplicant/${id}?levelName=basic-action-level`,
    {
      json: { externalActionId: 'q-1' },
    },
  );
  expect(action.status).toBe(200);
  return id;
}

function filesOf(text: string): string[] {
  return folders.filter(folder =>
    readdirSync(join(bench.dataDir, folder)).some(name =>
      `${name} ${readFileSync(join(bench.dataDir, folder, name), 'utf8')}`.includes(text),
    ),
  );
}

test.each(['delete', 'erase'])(
  'leaves no address, code, mail or action on disk after %s, and those of others',
  async command => {
    const other = await addPerson('u-2', 'other@example.kz');
    expect(filesOf(applicantId)).toEqual(folders);
    expect((await bench.panel(`/applicants/${applicantId}/${command}`, {})).status).toBe(200);
    expect(filesOf(applicantId)).toEqual([]);
    expect(filesOf(address)).toEqual([]);
    expect(filesOf(other)).toEqual(folders);
    const { items } = (await (await bench.panel('/outbox')).json()) as { items: { applicantId: string }[] };
    expect(items.map(mail => mail.applicantId)).not.toContain(applicantId);
  },
);

test('forgets at the start who was deleted just before the process was killed', async () => {
  const backup = mkdtempSync(join(tmpdir(), 'before-'));
  for (const folder of folders) cpSync(join(bench.dataDir, folder), join(backup, folder), { recursive: true });
  await bench.panel(`/applicants/${applicantId}/delete`, {});
  for (const folder of folders) cpSync(join(backup, folder), join(bench.dataDir, folder), { recursive: true });
  rmSync(backup, { recursive: true });
  expect(filesOf(applicantId)).toEqual(folders);
  await bench.restart();
  expect(filesOf(applicantId)).toEqual([]);
});
