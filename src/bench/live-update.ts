import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { build } from '#dev/build';
import { findBrowser } from '#dev/find-browser';
import { startStack } from '#dev/stack';
import { sandboxCredentials } from '#sandbox/credentials';
import { signDelivery } from '#testing/sign-delivery';

/**
 * From a delivery's arrival to the changed page in Chromium: the app's live page beside a page that polls every 5 s, both
 * open at once, on the same deliveries. A page counts as changed at the first frame drawn after its heading changed.
 */
const deliveries = 30;
const pollMs = 5_000;

build();
const stack = await startStack();
const browser = await launch();
const context = await browser.newContext();
// A browser of its own: a page behind another one is slowed down by the browser, and both are to be in front.
const otherBrowser = await launch();

const live = await context.newPage();
await live.goto(stack.appUrl);
const entered = await context.request.post(`${stack.appUrl}/api/session`);
if (!entered.ok()) throw new Error(`Nobody could enter: ${entered.status()}`);
const externalUserId = await readPerson();
await deliver(0);
await live.goto(`${stack.appUrl}/status`);
const otherContext = await otherBrowser.newContext({ storageState: await context.storageState() });
const polling = await otherContext.newPage();
await polling.goto(`${stack.appUrl}/robots.txt`);
await polling.evaluate(pollForEver, pollMs);
await polling.getByRole('heading', { name: 'verified' }).waitFor();

const times: Record<'live' | 'polling', number[]> = { live: [], polling: [] };
for (let number = 1; number <= deliveries; number += 1) {
  await delay(randomInt(pollMs));
  const changed = [waitForChange(live), waitForChange(polling)] as const;
  await Promise.all(changed.map(({ armed }) => armed));
  const sentAt = Date.now();
  await deliver(number);
  const [liveAt, pollingAt] = await Promise.all(changed.map(({ seen }) => seen));
  times.live.push((liveAt ?? Number.NaN) - sentAt);
  times.polling.push((pollingAt ?? Number.NaN) - sentAt);
}
await browser.close();
await otherBrowser.close();
await stack.close();

console.log(`\nFrom a delivery's arrival to the changed page, ${deliveries} deliveries, milliseconds:`);
report('live (this app)', times.live);
report(`polling every ${pollMs / 1000} s`, times.polling);

function launch() {
  return chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
}

function report(name: string, samples: number[]): void {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) =>
    String(Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN)).padStart(6);
  console.log(`  ${name.padEnd(20)} median ${at(0.5)}   p95 ${at(0.95)}`);
}

async function readPerson(): Promise<string> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ external_user_id: string }>('select external_user_id from verifications');
  await client.end();
  const person = rows[0]?.external_user_id;
  if (!person) throw new Error('The person who entered has no verification');
  return person;
}

/** An approval and its withdrawal in turn, each a second later than the one before. */
async function deliver(number: number): Promise<void> {
  const happenedAt = new Date(Date.UTC(2026, 0, 1, 0, 0, number)).toISOString().replace('T', ' ').replace('Z', '');
  const body = JSON.stringify({
    applicantId: 'bench-applicant',
    externalUserId,
    levelName: 'basic-kyc-level',
    type: 'applicantReviewed',
    reviewStatus: 'completed',
    reviewResult: number % 2 ? { reviewAnswer: 'RED', reviewRejectType: 'FINAL' } : { reviewAnswer: 'GREEN' },
    createdAtMs: happenedAt,
    sandboxMode: true,
  });
  const response = await fetch(`${stack.appUrl}/webhooks/idngo`, {
    method: 'POST',
    body,
    headers: signDelivery(body, sandboxCredentials.webhookSecret),
  });
  if (!response.ok) throw new Error(`A delivery was answered ${response.status}`);
}

/** `armed` resolves once the page is watched, `seen` with the wall-clock time of the frame that shows a new heading. */
function waitForChange(page: Page): { armed: Promise<unknown>; seen: Promise<number> } {
  const armed = page.locator('h1').waitFor();
  const seen = armed.then(() =>
    page.evaluate(
      () =>
        new Promise<number>(resolve => {
          const before = document.querySelector('h1')?.textContent;
          const observer = new MutationObserver(() => {
            const now = document.querySelector('h1')?.textContent;
            if (!now || now === before) return;
            observer.disconnect();
            requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
          });
          observer.observe(document.body, { childList: true, characterData: true, subtree: true });
        }),
    ),
  );
  return { armed, seen };
}

/** What a page without push does; runs in the browser, where nothing of this file is in scope. */
function pollForEver(everyMs: number): void {
  document.body.innerHTML = '<h1>?</h1>';
  setInterval(async () => {
    const response = await fetch('/api/verification', { cache: 'no-store' });
    const { status } = (await response.json()) as { status: string };
    const heading = document.querySelector('h1');
    if (heading && heading.textContent !== status) heading.textContent = status;
  }, everyMs);
}
