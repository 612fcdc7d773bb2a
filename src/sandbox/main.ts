import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { type DigestAlgorithm, digestAlgorithms, isDigestAlgorithm } from '#idngo/webhook-digest';
import { isTokenShape, type TokenShape, tokenShapes } from './api/token-shapes';
import type { ReceiverTimelineSource } from './control/receiver-timeline';
import { clientId, readCredentials, sandboxCredentials } from './credentials';
import { parseUploadLimits } from './files/upload-limits';
import type { LinkRedirect } from './frame/external-links';
import { lockFolder } from './lock-folder';
import { createSandbox } from './sandbox';

const env = (name: string, byDefault: string) => process.env[name] || byDefault;

const log = pino({ name: 'sandbox', level: env('LOG_LEVEL', 'info') });
const port = orExit(() => readPort(env('SANDBOX_PORT', '4100')));
const host = env('HOST', '127.0.0.1');
const publicUrl = orExit(() => readAddress('SANDBOX_PUBLIC_URL', `http://localhost:${port}`));
const webhookUrl = orExit(() => readAddress('SANDBOX_WEBHOOK_URL', 'http://localhost:4000/webhooks/idngo'));

const dataDir = env('SANDBOX_DATA_DIR', './data/sandbox');

const { maxImages, ...fileSizeLimits } = orExit(() => parseUploadLimits(process.env));
process.once(
  'exit',
  orExit(() => lockFolder(dataDir)),
);
const sandbox = orExit(() =>
  createSandbox({
    dataDir,
    publicUrl,
    credentials: readCredentials(process.env),
    webhook: {
      url: webhookUrl,
      // The receiver may know a previous secret too, after a comma; the first is the current one.
      secret: env('IDNGO_WEBHOOK_SECRET', sandboxCredentials.webhookSecret).split(',')[0] ?? '',
      algorithm: readAlgorithm(env('SANDBOX_WEBHOOK_ALGORITHM', 'HMAC_SHA256_HEX')),
    },
    pagesDir: env('SANDBOX_PAGES_DIR', fileURLToPath(new URL('./pages', import.meta.url))),
    fileSizeLimits,
    maxImages,
    tokenShape: readTokenShape(env('SANDBOX_TOKEN_SHAPE', 'jwt')),
    links: { redirect: readRedirect('SANDBOX_REDIRECT_URL'), clientId: env('IDNGO_CLIENT_ID', clientId) },
    mailRedirect: readRedirect('SANDBOX_MAIL_REDIRECT_URL'),
    receiverTimeline: readReceiverTimeline(),
    log,
  }),
);

const server = serve({ fetch: sandbox.app.fetch, port, hostname: host }, () => {
  log.info({ publicUrl, webhookUrl }, 'the sandbox listens');
});
server.on('error', error => {
  log.fatal({ err: error, host, port }, 'the sandbox cannot listen');
  process.exit(1);
});

let closing = false;
async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  sandbox.endStreams();
  const patience = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 2_000);
  await new Promise(resolve => server.close(resolve));
  clearTimeout(patience);
  await sandbox.close();
  log.info('the sandbox has stopped');
  process.exit(0);
}
process.on('SIGINT', () => void close());
process.on('SIGTERM', () => void close());
// Whoever started it with a channel has gone without a word, so nobody would stop it any more.
process.once('disconnect', () => void close());

/** What cannot be set up ends the process with a sentence, not with a stack. */
function orExit<T>(setUp: () => T): T {
  try {
    return setUp();
  } catch (error) {
    log.fatal(error instanceof Error ? error.message : 'the sandbox cannot start');
    process.exit(1);
  }
}

function readPort(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65535) {
    throw new Error(`SANDBOX_PORT must be a port number, not '${text}'`);
  }
  return number;
}

function readAddress(name: string, byDefault: string): string {
  const text = env(name, byDefault);
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return new URL(text).href;
  throw new Error(`${name} must be an address that begins with http:// or https://, not '${text}'`);
}

function readTokenShape(text: string): TokenShape {
  if (!isTokenShape(text)) {
    throw new Error(`SANDBOX_TOKEN_SHAPE must be one of ${tokenShapes.join(', ')}, not '${text}'`);
  }
  return text;
}

function readRedirect(name: string): LinkRedirect | null {
  const secret = env('IDNGO_LINK_SECRET', '');
  if (env(name, '') === '') return null;
  if (secret === '') throw new Error(`${name} needs IDNGO_LINK_SECRET, which its links are signed with`);
  return { url: readAddress(name, ''), secret };
}

function readReceiverTimeline(): ReceiverTimelineSource | null {
  const name = 'SANDBOX_RECEIVER_TIMELINE_URL';
  const url = env(name, '');
  if (url === '') return null;
  readAddress(name, '');
  if (!url.includes('{externalUserId}')) throw new Error(`${name} must have {externalUserId} where a person’s id goes`);
  return { url, token: env('SANDBOX_RECEIVER_TIMELINE_TOKEN', '') || null };
}

function readAlgorithm(name: string): DigestAlgorithm {
  if (isDigestAlgorithm(name)) return name;
  const known = Object.keys(digestAlgorithms).join(', ');
  throw new Error(`SANDBOX_WEBHOOK_ALGORITHM must be one of ${known}, not '${name}'`);
}
