import { createHmac } from 'node:crypto';
import { type App, createApp } from '#server/app';
import { type Config, parseConfig } from '#server/config';
import type { Database } from '#server/database/database';
import { type Log, silentLog } from '#server/log';
import { createOperatorLinks } from '#server/sessions/operator-links';
import type { StaffScope } from '#server/sessions/sessions';
import { atTheEnd } from './at-the-end';
import { signDelivery } from './sign-delivery';
import { createTestDatabase } from './test-database';

export { green, redFinal, redRetry, webhookBody } from './webhook-bodies';

export const webhookSecret = 'a-webhook-secret';

export function testConfig(overrides: Record<string, string> = {}): Config {
  return parseConfig({
    IDNGO_APP_TOKEN: 'sbx:test.token',
    IDNGO_SECRET_KEY: 'a-secret-key',
    IDNGO_BASE_URL: 'http://provider.test',
    IDNGO_WEBHOOK_SECRET: webhookSecret,
    SESSION_SECRET: 'a-session-secret-for-tests',
    ...overrides,
  });
}

export interface TestApp {
  app: App;
  database: Database;
  config: Config;
  now: () => number;
}

const noProvider: typeof fetch = () => Promise.reject(new TypeError('no provider is reachable in this test'));

/** The real backend on a real database of its own; only IDnGO is passed in. */
export async function createTestApp(
  options: {
    variables?: Record<string, string>;
    fetch?: typeof fetch;
    now?: () => number;
    database?: Database;
    log?: Log;
    appDirectory?: string;
  } = {},
): Promise<TestApp> {
  const database = options.database ?? (await createTestDatabase());
  const config = testConfig(options.variables);
  const { log = silentLog, now = Date.now } = options;
  const pages = options.appDirectory === undefined ? {} : { appDirectory: options.appDirectory };
  const app = await createApp({ config, database, log, fetch: options.fetch ?? noProvider, now, ...pages });
  atTheEnd(() => app.close());
  return { app, database, config, now };
}

export interface EnteredPerson {
  /** Header that carries the session. */
  cookie: string;
  externalUserId: string;
}

/** Enters as a new person, as the start page does. */
export async function enter({ app, database, config }: TestApp): Promise<EnteredPerson> {
  const response = await app.request('/api/session', { method: 'POST' });
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const key = createHmac('sha256', config.sessionSecret)
    .update(cookie.slice(cookie.indexOf('=') + 1))
    .digest();
  const { rows } = await database.query<{ external_user_id: string }>(
    'select v.external_user_id from sessions s join verifications v on v.id = s.verification_id where s.key = $1',
    [key],
  );
  return { cookie, externalUserId: rows[0]?.external_user_id ?? '' };
}

/** Enters as one of the staff, by a link as the operator makes them. Returns the header that carries the session. */
export async function enterAsStaff(
  { app, config, now }: TestApp,
  scope: StaffScope,
  staffId = `an ${scope}`,
): Promise<{ cookie: string; staffId: string }> {
  const token = await createOperatorLinks(config.sessionSecret, now).sign({ staffId, scopes: [scope] });
  const response = await app.request(`/enter?token=${token}`);
  return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '', staffId };
}

export function deliver(app: Pick<App, 'request'>, body: string | Uint8Array, headers: Record<string, string> = {}) {
  return app.request('/webhooks/idngo', {
    method: 'POST',
    body: new Uint8Array(Buffer.from(body)),
    headers: { ...signDelivery(body, webhookSecret), ...headers },
  });
}

export async function readStatus(app: Pick<App, 'request'>, cookie: string): Promise<Record<string, unknown>> {
  const response = await app.request('/api/verification', { headers: { cookie } });
  return (await response.json()) as Record<string, unknown>;
}
