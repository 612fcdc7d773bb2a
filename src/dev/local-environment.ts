import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { clientId, sandboxCredentials } from '#sandbox/credentials';

type Variables = Record<string, string | undefined>;

export interface LocalEnvironment {
  /** Whether the app will talk to the sandbox, so that it has to run beside it. */
  needsSandbox: boolean;
  server: Variables;
  sandbox: Variables;
}

/**
 * What the processes of a run on this machine get: the caller's environment, then `.env`, then the sandbox's
 * credentials where none are configured. Only here is it known that there is a sandbox; the app just gets an address.
 */
export function readLocalEnvironment(caller: Variables): LocalEnvironment {
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  const given: Variables = { ...withoutEmpty(file), ...withoutEmpty(caller) };
  const sandboxPort = given.SANDBOX_PORT ?? '4100';
  const port = given.PORT ?? '4000';
  const { appToken, productionAppToken } = sandboxCredentials;
  const knownTokens: readonly (string | undefined)[] = [undefined, appToken, productionAppToken];
  const needsSandbox = knownTokens.includes(given.IDNGO_APP_TOKEN);
  const dataDir = given.DATA_DIR ?? './data';
  const sandboxUrl = given.SANDBOX_PUBLIC_URL ?? `http://localhost:${sandboxPort}`;
  const credentials = {
    IDNGO_APP_TOKEN: sandboxCredentials.appToken,
    IDNGO_SECRET_KEY:
      sandboxCredentials[given.IDNGO_APP_TOKEN === productionAppToken ? 'productionSecretKey' : 'secretKey'],
    IDNGO_WEBHOOK_SECRET: sandboxCredentials.webhookSecret,
    IDNGO_LINK_SECRET: sandboxCredentials.linkSecret,
    IDNGO_CLIENT_ID: clientId,
  };
  // The panel shows what the app made of a person's results, which the app tells whoever carries this.
  const operationsToken = needsSandbox
    ? (given.OPERATIONS_TOKEN ?? keepSecret(dataDir, 'operations-token'))
    : undefined;
  return {
    needsSandbox,
    server: {
      ...(needsSandbox ? credentials : {}),
      ...given,
      ...(needsSandbox ? { IDNGO_BASE_URL: sandboxUrl } : {}),
      PORT: port,
      SESSION_SECRET: given.SESSION_SECRET ?? keepSecret(dataDir, 'session-secret'),
      ...(operationsToken === undefined ? {} : { OPERATIONS_TOKEN: operationsToken }),
    },
    sandbox: {
      ...credentials,
      ...given,
      SANDBOX_PORT: sandboxPort,
      SANDBOX_PUBLIC_URL: sandboxUrl,
      SANDBOX_DATA_DIR: given.SANDBOX_DATA_DIR ?? join(dataDir, 'sandbox'),
      SANDBOX_MAIL_REDIRECT_URL:
        given.SANDBOX_MAIL_REDIRECT_URL ?? `${given.PUBLIC_URL ?? `http://localhost:${port}`}/verify`,
      SANDBOX_RECEIVER_TIMELINE_URL:
        given.SANDBOX_RECEIVER_TIMELINE_URL ??
        `http://localhost:${port}/api/operations/timeline?externalUserId={externalUserId}`,
      SANDBOX_RECEIVER_TIMELINE_TOKEN: given.SANDBOX_RECEIVER_TIMELINE_TOKEN ?? operationsToken,
      SANDBOX_WEBHOOK_URL: given.SANDBOX_WEBHOOK_URL ?? `http://localhost:${port}/webhooks/idngo`,
    },
  };
}

function withoutEmpty(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
}

/**
 * Made once for this folder, so that people stay signed in and both processes agree over a restart. It appears whole or
 * not at all, and the first of several that make one wins; what a full disk left empty is made again.
 */
function keepSecret(dataDir: string, name: 'session-secret' | 'operations-token'): string {
  const path = join(dataDir, name);
  const kept = readSecret(path);
  if (kept) return kept;
  mkdirSync(dataDir, { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
    if (kept === '') renameSync(draft, path);
    else linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, 'utf8');
}

function readSecret(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}
