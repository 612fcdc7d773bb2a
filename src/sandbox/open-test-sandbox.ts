import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '#idngo/environment';
import { fixedCredentials, sandboxCredentials } from './credentials';
import { createFakeClock, type FakeClock } from './fake-clock';
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox';

export interface ReceivedWebhook {
  body: string;
  headers: Headers;
  at: number;
}

export interface TestSandbox {
  sandbox: Sandbox;
  dataDir: string;
  /** Real time; the sandbox's own clock runs on it. */
  clock: FakeClock;
  /** In order of arrival. */
  received: ReceivedWebhook[];
  receivedTypes(): string[];
  /** What the receiver answers from now on. */
  answerWebhooksWith(answer: () => Response | Promise<Response>): void;
  /** Calls the API with a signature made here, independently of the sandbox's check. */
  call(method: string, path: string, content?: CallContent): Promise<Response>;
  upload(applicantId: string, metadata: object, file: Buffer, mediaType?: string): Promise<Response>;
  /** Calls the panel's API as a script does. */
  panel(path: string, body?: object, method?: 'POST' | 'PATCH'): Promise<Response>;
  mintToken(externalUserId: string, levelName?: string, ttlInSecs?: number): Promise<string>;
  frame(token: string, path: string, init?: RequestInit): Promise<Response>;
  /** Closes the sandbox and opens another one on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface CallContent {
  json?: unknown;
  form?: FormData;
  headers?: Record<string, string>;
  /** Whose app token signs; the sandbox environment's when left out. */
  environment?: Environment;
}

export const origin = 'http://sandbox.test:4100';
const startedAt = Date.UTC(2026, 0, 15, 10, 0, 0);

export function openTestSandbox(options: Partial<SandboxOptions> = {}): TestSandbox {
  const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const clock = createFakeClock(startedAt);
  const received: ReceivedWebhook[] = [];
  let answerWebhook: () => Response | Promise<Response> = () => new Response('ok');

  const open = () =>
    createSandbox({
      dataDir,
      publicUrl: origin,
      credentials: fixedCredentials,
      webhook: {
        url: 'http://receiver.test/webhooks',
        secret: sandboxCredentials.webhookSecret,
        algorithm: 'HMAC_SHA256_HEX',
      },
      fetch: async (input, init) => {
        const request = new Request(input, init);
        received.push({ body: await request.text(), headers: request.headers, at: clock.now() });
        return answerWebhook();
      },
      now: clock.now,
      schedule: clock.schedule,
      ...options,
    });

  const bench: TestSandbox = {
    sandbox: open(),
    dataDir,
    clock,
    received,
    receivedTypes: () => received.map(({ body }) => JSON.parse(body).type),
    answerWebhooksWith(answer) {
      answerWebhook = answer;
    },
    async call(method, path, { json, form, headers = {}, environment = 'sandbox' } = {}) {
      const content = form ? new Response(form) : json === undefined ? undefined : Response.json(json);
      const body = Buffer.from((await content?.arrayBuffer()) ?? new ArrayBuffer(0));
      const contentType = content?.headers.get('Content-Type');
      const signed = signHeaders(method, path, body, clock.now(), environment);
      return bench.sandbox.fetch(`${origin}${path}`, {
        method,
        headers: { ...signed, ...(contentType ? { 'Content-Type': contentType } : {}), ...headers },
        ...(content ? { body } : {}),
      });
    },
    upload(applicantId, metadata, file, mediaType = 'application/octet-stream') {
      return bench.call('POST', `/resources/applicants/${applicantId}/info/idDoc`, {
        form: toUploadForm(metadata, file, mediaType),
      });
    },
    panel(path, body, method = 'POST') {
      return bench.sandbox.fetch(`${origin}/panel/api${path}`, {
        ...(body ? { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
      });
    },
    async mintToken(externalUserId, levelName = 'basic-kyc-level', ttlInSecs = 600) {
      const query = new URLSearchParams({ userId: externalUserId, levelName, ttlInSecs: String(ttlInSecs) });
      const response = await bench.call('POST', `/resources/accessTokens?${query}`);
      const { token } = (await response.json()) as { token: string };
      return token;
    },
    frame(token, path, init = {}) {
      return bench.sandbox.fetch(`${origin}${path}`, { ...init, headers: { Authorization: `Bearer ${token}` } });
    },
    async restart() {
      await bench.sandbox.close();
      bench.sandbox = open();
    },
    async close() {
      await bench.sandbox.close();
      rmSync(dataDir, { recursive: true });
    },
  };
  return bench;
}

export function toUploadForm(metadata: object, file: Buffer, mediaType = 'application/octet-stream'): FormData {
  const form = new FormData();
  form.set('metadata', JSON.stringify(metadata));
  form.set('content', new Blob([new Uint8Array(file)], { type: mediaType }), 'document');
  return form;
}

export function signHeaders(
  method: string,
  path: string,
  body: Buffer,
  nowMs: number,
  environment: Environment = 'sandbox',
): Record<string, string> {
  const app = fixedCredentials.find(credentials => credentials.environment === environment);
  const timestamp = String(Math.floor(nowMs / 1000));
  const text = Buffer.concat([Buffer.from(`${timestamp}${method}${path}`), body]);
  return {
    'X-App-Token': app?.appToken ?? '',
    'X-App-Access-Ts': timestamp,
    'X-App-Access-Sig': createHmac('sha256', app?.secretKey ?? '')
      .update(text)
      .digest('hex'),
  };
}
