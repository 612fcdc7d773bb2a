import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { accessTokenSchema } from '#contract/access-token';
import { verificationDocumentsSchema } from '#contract/documents';
import { type Verification, verificationSchema } from '#contract/verification';
import { applicantListSchema, type Verdict } from '#sandbox/control/panel-contract';
import { fixedCredentials, sandboxCredentials } from '#sandbox/credentials';
import { createFakeClock, type FakeClock } from '#sandbox/fake-clock';
import { makeJpeg } from '#sandbox/files/sample-files';
import { createSandbox, type Sandbox, type SandboxOptions } from '#sandbox/sandbox';
import { framePaths } from '#stand-in/frame-contract';
import { atTheEnd } from './at-the-end';
import { createTestApp, type EnteredPerson, enter, readStatus, type TestApp } from './test-app';

export interface Joined extends TestApp {
  sandbox: Sandbox;
  /** Real time: signatures and transport. It stands still until a test advances it. */
  realTime: FakeClock;
  /** Calls the panel's API: GET, or POST where there is a body. */
  panel(path: string, body?: object, method?: string): Promise<Response>;
  /** Moves the sandbox's clock and waits until everything due is played and every webhook on the way has arrived. */
  advance(ms: number): Promise<void>;
  /** Waits until every webhook on the way has arrived, or failed to. */
  settle(): Promise<void>;
  /** Enters as a new person. */
  enter(): Promise<JoinedPerson>;
  /** Somebody who has entered otherwise. */
  personOf(session: EnteredPerson): JoinedPerson;
  /** Ends the sandbox and opens another one on the same data. */
  restartSandbox(): Promise<void>;
}

/** Somebody with a browser. Every step waits until its webhooks have arrived, but `ask`. */
export interface JoinedPerson {
  externalUserId: string;
  /** Calls the backend in the person's session. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  status(): Promise<Verification>;
  readDocuments(): Promise<v.InferOutput<typeof verificationDocumentsSchema>>;
  /** Asks the backend for an access token, which asks the sandbox. Throws where that is refused. */
  mintToken(): Promise<string>;
  /** What the frame does with a token: opens the applicant. */
  openFrame(): Promise<void>;
  /** Uploads what the level asks for and submits it; `seed` makes the files differ from earlier ones. */
  submit(seed?: string): Promise<void>;
  /** The applicant's id; throws before the frame was opened. */
  applicantId(): Promise<string>;
  /** Decides as the reviewer does. */
  decide(verdict: Verdict): Promise<void>;
}

export const sandboxOrigin = 'http://sandbox.test';
export const webhookUrl = 'http://portico.test/webhooks/idngo';
const startedAt = Date.UTC(2026, 0, 15, 10, 0, 0);

/** The real backend on a real database and the real sandbox, joined by passing each the other's `fetch`: no sockets. */
export async function joinAppAndSandbox(
  options: { variables?: Record<string, string>; sandbox?: Partial<SandboxOptions> } = {},
): Promise<Joined> {
  const dataDir = mkdtempSync(join(tmpdir(), 'joined-'));
  const realTime = createFakeClock(startedAt);
  const open = () =>
    createSandbox({
      dataDir,
      publicUrl: sandboxOrigin,
      credentials: fixedCredentials,
      webhook: { url: webhookUrl, secret: sandboxCredentials.webhookSecret, algorithm: 'HMAC_SHA256_HEX' },
      fetch: async (input, init) => testApp.app.fetch(new Request(input, init)),
      now: realTime.now,
      schedule: realTime.schedule,
      ...options.sandbox,
    });
  let sandbox = open();
  const testApp = await createTestApp({
    variables: {
      IDNGO_APP_TOKEN: sandboxCredentials.appToken,
      IDNGO_SECRET_KEY: sandboxCredentials.secretKey,
      IDNGO_WEBHOOK_SECRET: sandboxCredentials.webhookSecret,
      IDNGO_BASE_URL: sandboxOrigin,
      ...options.variables,
    },
    fetch: (input, init) => sandbox.fetch(input, init),
    now: realTime.now,
  });
  atTheEnd(async () => {
    await sandbox.close();
    rmSync(dataDir, { recursive: true });
  });

  const joined: Joined = {
    ...testApp,
    get sandbox() {
      return sandbox;
    },
    realTime,
    panel(path, body, method = body ? 'POST' : 'GET') {
      const content = body ? { body: JSON.stringify(body) } : {};
      const headers = { 'Content-Type': 'application/json' };
      return sandbox.fetch(`${sandboxOrigin}/panel/api${path}`, { method, headers, ...content });
    },
    advance: ms => sandbox.clock.advance(ms),
    settle: () => sandbox.clock.settle(),
    enter: async () => joined.personOf(await enter(testApp)),
    personOf: session => createPerson(joined, session),
    async restartSandbox() {
      await sandbox.close();
      sandbox = open();
    },
  };
  return joined;
}

function createPerson(joined: Joined, { cookie, externalUserId }: EnteredPerson): JoinedPerson {
  const { app } = joined;

  async function callFrame(path: string, init: RequestInit = {}): Promise<void> {
    const headers = { Authorization: `Bearer ${await person.mintToken()}` };
    await requireOk(await joined.sandbox.fetch(`${sandboxOrigin}${path}`, { ...init, headers }));
    await joined.settle();
  }

  const person: JoinedPerson = {
    externalUserId,
    ask: async (path, init) => app.request(path, { ...init, headers: { cookie } }),
    status: async () => v.parse(verificationSchema, await readStatus(app, cookie)),
    readDocuments: async () =>
      v.parse(verificationDocumentsSchema, await (await person.ask('/api/verification/documents')).json()),
    async mintToken() {
      const response = await requireOk(await person.ask('/api/access-token', { method: 'POST' }));
      return v.parse(accessTokenSchema, await response.json()).token;
    },
    openFrame: () => callFrame(framePaths.applicant),
    async submit(seed = 'a') {
      for (const [idDocSetType, idDocType] of [
        ['IDENTITY', 'PASSPORT'],
        ['SELFIE', 'SELFIE'],
      ] as const) {
        const form = new FormData();
        form.set('metadata', JSON.stringify({ idDocSetType, idDocType, country: 'KAZ' }));
        form.set('content', new Blob([new Uint8Array(makeJpeg(`${seed} ${idDocType} ${externalUserId}`))]), 'document');
        await callFrame(framePaths.documents, { method: 'POST', body: form });
      }
      await callFrame(framePaths.submit, { method: 'POST' });
    },
    async applicantId() {
      const { items } = v.parse(applicantListSchema, await (await joined.panel('/applicants')).json());
      const found = items.find(item => item.externalUserId === externalUserId && item.presence !== 'deleted');
      if (!found) throw new Error(`the sandbox knows no applicant of ${externalUserId}: open the frame first`);
      return found.applicantId;
    },
    async decide(verdict) {
      await requireOk(await joined.panel(`/applicants/${await person.applicantId()}/verdict`, verdict));
      await joined.settle();
    },
  };
  return person;
}

async function requireOk(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(`refused with ${response.status}: ${await response.text()}`);
  return response;
}
