import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Environment } from '#idngo/environment';
import { createJsonFiles } from '../json-files';
import { createKeptTokenShape } from './kept-token-shape';
import { composeToken, type TokenShape } from './token-shapes';

/** What an SDK access token opens: one person at one level, until a moment; for an action, that action alone. */
export interface AccessTokenGrant {
  externalUserId: string;
  levelName: string;
  lang: string | null;
  externalActionId: string | null;
  /** The `applicantIdentifiers` that the host gave with the token. */
  email: string | null;
  phone: string | null;
  environment: Environment;
  expiresAt: number;
}

export interface TokenRequest extends Pick<AccessTokenGrant, 'externalUserId' | 'levelName'> {
  ttlInSecs: number;
  lang?: string | null;
  externalActionId?: string | null;
  email?: string | null;
  phone?: string | null;
  environment?: Environment;
}

interface StoredGrant extends AccessTokenGrant {
  tokenHash: string;
  /** The frame has loaded with it. */
  hasStarted?: true;
}

export interface AccessTokens {
  mint(request: TokenRequest): string;
  /** The grant of a live token; undefined when it is unknown or has expired. */
  read(token: string): AccessTokenGrant | undefined;
  /** Notes that the frame loads with a live token; whether it is the first time. */
  noteStart(token: string): boolean;
  /** Ends every live token of a person, in one environment or in both; answers how many there were. */
  expireAll(externalUserId: string, environment?: Environment): number;
  /** How tokens are spelled; a change touches those minted from then on. */
  shape(): TokenShape;
  setShape(shape: TokenShape): void;
}

/** What records lack that were written before grants carried it. */
const unsaid = { lang: null, externalActionId: null, email: null, phone: null, environment: 'sandbox' } as const;

/** Tokens are kept as hashes: whoever reads the data folder cannot use them. */
export function createAccessTokens({
  dataDir,
  publicUrl,
  now,
  shape = 'jwt',
}: {
  dataDir: string;
  publicUrl: string;
  now: () => number;
  shape?: TokenShape | undefined;
}): AccessTokens {
  const files = createJsonFiles<StoredGrant>(join(dataDir, 'access-tokens'));
  const grants = new Map(files.readAll().map(grant => [grant.tokenHash, { ...unsaid, ...grant }]));
  const keptShape = createKeptTokenShape(dataDir, shape);
  const pruneEveryMs = 60_000;
  let prunedAt = Number.NEGATIVE_INFINITY;

  function forget(grant: StoredGrant): void {
    grants.delete(grant.tokenHash);
    files.remove(grant.tokenHash);
  }

  function forgetExpired(): void {
    if (now() - prunedAt < pruneEveryMs) return;
    prunedAt = now();
    for (const grant of grants.values()) if (grant.expiresAt <= now()) forget(grant);
  }

  function keep(grant: StoredGrant): void {
    files.write(grant.tokenHash, grant);
    grants.set(grant.tokenHash, grant);
  }

  return {
    mint({ ttlInSecs, ...request }) {
      forgetExpired();
      const expiresAt = now() + ttlInSecs * 1000;
      const { environment } = { ...unsaid, ...request };
      const token = composeToken(keptShape.read(), { uuid: randomUUID(), url: publicUrl, environment });
      keep({ ...unsaid, ...request, tokenHash: hash(token), expiresAt });
      return token;
    },
    read(token) {
      const grant = grants.get(hash(token));
      return grant && grant.expiresAt > now() ? grant : undefined;
    },
    noteStart(token) {
      const grant = grants.get(hash(token));
      if (!grant || grant.hasStarted) return false;
      keep({ ...grant, hasStarted: true });
      return true;
    },
    expireAll(externalUserId, environment) {
      const live = [...grants.values()]
        .filter(grant => grant.externalUserId === externalUserId && grant.expiresAt > now())
        .filter(grant => grant.environment === (environment ?? grant.environment));
      for (const grant of live) forget(grant);
      return live.length;
    },
    shape: keptShape.read,
    setShape: keptShape.change,
  };
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
