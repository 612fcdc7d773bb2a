import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createOutbox, type Mail, maxMails } from './outbox';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'outbox-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const code: Omit<Mail, 'mailId' | 'at'> = {
  environment: 'sandbox',
  applicantId: 'a-1',
  externalUserId: 'u-1',
  to: 'aigerim@example.com',
  kind: 'code',
  channel: 'email',
  lang: 'kk',
  subject: 'Code',
  text: '123456',
  link: null,
};

test('keeps what was sent, newest first, also of one moment and over a restart', () => {
  const outbox = createOutbox({ dataDir, now: () => 1000 });
  const sent = ['1', '2', '3'].map(text => outbox.send({ ...code, text }));
  expect(sent[0]).toMatchObject({ ...code, text: '1', at: 1000, mailId: expect.any(String) });
  expect(outbox.list()).toEqual(sent.toReversed());
  expect(createOutbox({ dataDir, now: () => 1000 }).list()).toEqual(sent.toReversed());
});

test('keeps the newest mails only, in memory and on disk', () => {
  const outbox = createOutbox({ dataDir, now: () => 1000 });
  for (let index = 0; index < maxMails + 2; index += 1) outbox.send({ ...code, text: String(index) });
  expect(outbox.list()).toHaveLength(maxMails);
  expect(outbox.list().at(-1)?.text).toBe('2');
  expect(readdirSync(join(dataDir, 'outbox'))).toHaveLength(maxMails);
});
