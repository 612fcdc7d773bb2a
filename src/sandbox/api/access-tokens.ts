import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createJsonFiles } from '../json-files';

/** What an SDK access token opens: one person at one level, until a moment. */
export interface AccessTokenGrant {
  externalUserId: string;
  levelName: string;
  lang: string | null;
  expiresAt: number;
}

interface StoredGrant extends AccessTokenGrant {
  tokenHash: string;
}

export interface AccessTokens {
  mint(person: { externalUserId: string; levelName: string; lang: string | null; ttlInSecs: number }): string;
  /** The grant of a live token; undefined when it is unknown or has expired. */
  read(token: string): AccessTokenGrant | undefined;
  /** Ends every live token of a person; answers how many there were. */
  expireAll(externalUserId: string): number;
}

/** Tokens are kept as hashes: whoever reads the data folder cannot use them. */
export function createAccessTokens({
  dataDir,
  publicUrl,
  now,
}: {
  dataDir: string;
  publicUrl: string;
  now: () => number;
}): AccessTokens {
  const files = createJsonFiles<StoredGrant>(join(dataDir, 'access-tokens'));
  const grants = new Map(files.readAll().map(grant => [grant.tokenHash, grant]));
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

  return {
    mint({ externalUserId, levelName, lang, ttlInSecs }) {
      forgetExpired();
      const token = composeToken(randomUUID(), publicUrl);
      const tokenHash = hash(token);
      const grant = { tokenHash, externalUserId, levelName, lang, expiresAt: now() + ttlInSecs * 1000 };
      files.write(tokenHash, grant);
      grants.set(tokenHash, grant);
      return token;
    },
    read(token) {
      const grant = grants.get(hash(token));
      return grant && grant.expiresAt > now() ? grant : undefined;
    },
    expireAll(externalUserId) {
      const live = [...grants.values()].filter(
        grant => grant.externalUserId === externalUserId && grant.expiresAt > now(),
      );
      for (const grant of live) forget(grant);
      return live.length;
    },
  };
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * The wrapper seen in public samples: an unsigned JWT whose `url` tells the loader which origin to load the frame from.
 * The parts are plain base64 with padding, not base64url, because the loader reads them with `atob`.
 */
function composeToken(uuid: string, publicUrl: string): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64');
  return `_act-sbx-jwt-${encode({ alg: 'none' })}.${encode({ jti: `_act-sbx-${uuid}`, url: publicUrl })}.`;
}
