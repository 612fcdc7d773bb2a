import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWebhookSettings, type WebhookTarget } from './webhook-settings';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'settings-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const target: WebhookTarget = { url: 'http://first.test/hook', secret: 'first', algorithm: 'HMAC_SHA256_HEX' };
const open = (changes: Partial<WebhookTarget> = {}) =>
  createWebhookSettings({ dataDir, initial: { ...target, ...changes }, now: () => 0 });

test('keeps what was set while it is started with the same as before', () => {
  open().change('sandbox', { url: 'http://by-hand.test/', secret: null });
  expect(open().read('sandbox')).toMatchObject({ url: 'http://by-hand.test/', secret: null });
});

test('follows what it is started with where that is not what it was', () => {
  open().change('sandbox', { url: 'http://by-hand.test/', algorithm: 'HMAC_SHA1_HEX', resends: false });
  const moved = { url: 'http://moved.test/hook', algorithm: 'HMAC_SHA1_HEX', resends: false };
  expect(open({ url: 'http://moved.test/hook' }).read('sandbox')).toMatchObject(moved);
  expect(open({ url: 'http://moved.test/hook' }).read('sandbox')).toMatchObject(moved);
});

test('disables itself no second time while it is disabled', () => {
  const settings = open();
  const told: number[] = [];
  settings.onDisabled(({ givenUpInARow }) => told.push(givenUpInARow));
  for (let count = 0; count < 7; count += 1) settings.noteGivenUp('sandbox');
  expect(told).toEqual([5]);
  expect(settings.read('production').state).toEqual({ name: 'enabled' });
});
