import type { ReadableEnvironment } from './environment';
import { readHostReach } from './host-reach';
import { findWeakness } from './weak-secret';

/** How a secret of ours is made. */
const makeOne = 'make one with `openssl rand -hex 32`';
const fromDashboard = 'take the one of the Dashboard, Dev space';

/**
 * What production does not start with: secrets that somebody else knows, addresses that anybody on the way can read, and
 * whatever belongs to a sandbox. Each line names the setting and the remedy; none repeats a value.
 */
export function findProductionOffences(env: ReadableEnvironment): string[] {
  return [...secretOffences(env), ...sandboxOffences(env), ...addressOffences(env), ...absences(env)];
}

interface NamedSecret {
  name: string;
  secret: string;
  /** 32 where it is ours to make: RFC 7518 3.2 wants as many bytes as the digest has. */
  leastLength: number;
  remedy: string;
}

function listSecrets(env: ReadableEnvironment): NamedSecret[] {
  const ours = { leastLength: 32, remedy: makeOne };
  const theirs = { leastLength: 16, remedy: fromDashboard };
  const candidates: [string, string | undefined, typeof ours][] = [
    ['SESSION_SECRET', env.SESSION_SECRET, ours],
    ['SIGN_IN_SECRET', env.SIGN_IN_SECRET, ours],
    ['OPERATIONS_TOKEN', env.OPERATIONS_TOKEN, ours],
    ...(env.IDNGO_WEBHOOK_SECRET ?? []).map((secret): [string, string, typeof ours] => [
      'IDNGO_WEBHOOK_SECRET',
      secret,
      theirs,
    ]),
    ['IDNGO_LINK_SECRET', env.IDNGO_LINK_SECRET, theirs],
    ['IDNGO_SECRET_KEY', env.IDNGO_SECRET_KEY, theirs],
  ];
  return candidates.flatMap(([name, secret, rest]) => (secret === undefined ? [] : [{ name, secret, ...rest }]));
}

function secretOffences(env: ReadableEnvironment): string[] {
  const secrets = listSecrets(env);
  const weak = secrets.flatMap(({ name, secret, leastLength, remedy }) => {
    const weakness = findWeakness(secret, leastLength);
    return weakness ? [`${name} ${weakness}: ${remedy}`] : [];
  });
  const shared = secrets.flatMap(({ name, secret }, position) => {
    const other = secrets.slice(position + 1).find(later => later.secret === secret);
    if (!other) return [];
    return other.name === name
      ? [`${name} names the same secret twice: name the current and the previous one, or one alone`]
      : [`${name} and ${other.name} are the same secret: each needs its own`];
  });
  const database = env.DATABASE_URL?.includes('//user:password@')
    ? ['DATABASE_URL has the name and password of the example: give the app a database user of its own']
    : [];
  return [...weak, ...shared, ...database];
}

function sandboxOffences(env: ReadableEnvironment): string[] {
  const found: string[] = [];
  // The marker that this project's own sandbox writes into everything it gives out.
  if (env.IDNGO_APP_TOKEN?.includes('not-a-secret')) {
    found.push(`IDNGO_APP_TOKEN is the one of the local sandbox: ${fromDashboard}`);
  } else if (env.IDNGO_ENVIRONMENT === 'production' && env.IDNGO_APP_TOKEN?.startsWith('sbx:')) {
    found.push(
      'IDNGO_APP_TOKEN is one of IDnGO’s sandbox (sbx:) while IDNGO_ENVIRONMENT=production: make one in the production environment of the Dashboard',
    );
  }
  const reach = env.IDNGO_BASE_URL ? readHostReach(env.IDNGO_BASE_URL) : 'public';
  if (reach !== 'public') {
    found.push(`IDNGO_BASE_URL is a ${reach} address, as a sandbox has: leave it out for https://api.idngo.kz`);
  }
  return found;
}

function addressOffences(env: ReadableEnvironment): string[] {
  const found: string[] = [];
  if (!env.PUBLIC_URL) found.push('PUBLIC_URL is required: the https address under which people reach the app');
  else if (readHostReach(env.PUBLIC_URL) === 'loopback')
    found.push('PUBLIC_URL is this machine’s own address: give the one under which people reach the app');
  for (const name of [
    'PUBLIC_URL',
    'IDNGO_BASE_URL',
    'IDNGO_SDK_URL',
    'SIGN_IN_JWKS_URL',
    'RETURN_URL',
    'SUPPORT_URL',
    'PRIVACY_URL',
    'RETENTION_URL',
    'APPEAL_URL',
  ] as const) {
    if (env[name]?.startsWith('http:'))
      found.push(`${name} must begin with https://, since http can be read and changed on the way`);
  }
  return found;
}

function absences(env: ReadableEnvironment): string[] {
  const found: string[] = [];
  if (!env.SIGN_IN_SECRET && !env.SIGN_IN_JWKS_URL) {
    found.push(
      'SIGN_IN_SECRET or SIGN_IN_JWKS_URL is required: without either anybody enters as a new person, and nobody as themselves',
    );
  }
  if (!env.DATABASE_URL && !env.DATA_DIR) {
    found.push('DATABASE_URL is required, unless DATA_DIR is given on purpose for a private PostgreSQL');
  }
  return found;
}
