import { findFreePort } from '#dev/find-free-port';
import { type MeasuredProcess, startMeasuredProcess } from './measured-process';

export const webhookSecret = 'a-webhook-secret-of-the-bench';
export const sessionSecret = 'a-session-secret-of-the-bench';
export const levelName = 'basic-kyc-level';

/** What is measured: the app, or the bare minimum of its stack. */
export interface Subject extends MeasuredProcess {
  name: 'this app' | 'bare minimum';
  port: number;
  deliveryPath: string;
  /** Request line and headers that open a person's stream. */
  streamRequest(person: { externalUserId: string; cookie: string }): string;
}

/** The built app as in production, with its log of requests going nowhere. */
export async function startApp(databaseUrl: string): Promise<Subject> {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const measured = await startMeasuredProcess({
    entry: ['dist/server/main.js'],
    env: {
      LOG_LEVEL: 'info',
      PORT: String(port),
      PUBLIC_URL: url,
      DATABASE_URL: databaseUrl,
      IDNGO_APP_TOKEN: 'sbx:bench.token',
      IDNGO_SECRET_KEY: 'a-secret-key-of-the-bench',
      IDNGO_BASE_URL: 'http://127.0.0.1:9',
      IDNGO_WEBHOOK_SECRET: webhookSecret,
      SESSION_SECRET: sessionSecret,
    },
    probe: `http://127.0.0.1:${port}/readyz`,
    output: 'ignore',
  });
  return {
    ...measured,
    name: 'this app',
    port,
    deliveryPath: '/webhooks/idngo',
    streamRequest: ({ cookie }) =>
      `GET /api/verification/events HTTP/1.1\r\nHost: localhost:${port}\r\nCookie: portico-session=${cookie}\r\n\r\n`,
  };
}

export async function startBareMinimum(databaseUrl: string): Promise<Subject> {
  const port = await findFreePort();
  const measured = await startMeasuredProcess({
    entry: ['--import', 'tsx', 'src/bench/plain-server.ts'],
    env: { PORT: String(port), DATABASE_URL: databaseUrl, WEBHOOK_SECRET: webhookSecret },
    probe: `http://127.0.0.1:${port}/`,
  });
  return {
    ...measured,
    name: 'bare minimum',
    port,
    deliveryPath: '/',
    streamRequest: ({ externalUserId }) => `GET /events/${externalUserId} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`,
  };
}
