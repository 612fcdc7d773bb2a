import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import type { Environment } from '#idngo/environment';
import { linkPagePath } from '#stand-in/frame-contract';
import { createJsonFiles } from '../json-files';

/** Who goes on by a link, and where. */
export interface LinkedPerson {
  externalUserId: string;
  levelName: string;
  environment: Environment;
  /** ISO 639-1; null where nobody chose. */
  lang: string | null;
  /** Of the action that the link is for, where it is for one. */
  externalActionId?: string | null;
  /** For the applicant, where the link is what brings it about. */
  email?: string | null;
  phone?: string | null;
  /** The same person waits on another device. */
  goesBack?: boolean;
}

/** Where links lead once the account has set a redirect [S]: the client's page, which mints the access token itself. */
export interface LinkRedirect {
  url: string;
  secret: string;
}

export interface ExternalLinks {
  /** To a configured redirect a link is good for seven days, whatever `ttlInSecs` says. */
  create(person: LinkedPerson & { ttlInSecs: number }): Promise<{ url: string; expiresInSecs: number }>;
  /** Whom a link of the sandbox's own page is for; undefined when it is unknown or has expired. */
  find(linkId: string): (LinkedPerson & { expiresAt: number }) | undefined;
}

export interface ExternalLinksOptions {
  dataDir: string;
  now: () => number;
  /** Origin of the sandbox as browsers see it. */
  publicUrl: string;
  redirect: LinkRedirect | null;
  /** `aud` of a signed link. */
  clientId: string;
}

interface StoredLink extends LinkedPerson {
  linkHash: string;
  expiresAt: number;
}

const redirectTtlSecs = 7 * 24 * 60 * 60;

/**
 * Links that let somebody go on without signing in: by e-mail, on another device, or made by the API (reference,
 * section 10). To a configured redirect the link carries a signed statement of who it is for. Without one it opens the
 * sandbox's own page: its id can be guessed by nobody, opens one person's flow at one level until it expires, and is kept
 * as a hash, so that whoever reads the data folder cannot use it.
 */
export function createExternalLinks({
  dataDir,
  now,
  publicUrl,
  redirect,
  clientId,
}: ExternalLinksOptions): ExternalLinks {
  const files = createJsonFiles<StoredLink>(join(dataDir, 'external-links'));
  const links = new Map(files.readAll().map(link => [link.linkHash, link]));

  function forgetExpired(): void {
    for (const { linkHash, expiresAt } of links.values()) {
      if (expiresAt > now()) continue;
      links.delete(linkHash);
      files.remove(linkHash);
    }
  }

  return {
    async create({ ttlInSecs, ...person }) {
      if (redirect) {
        const issuedAt = Math.floor(now() / 1000);
        const url = new URL(redirect.url);
        const { externalUserId } = person;
        url.searchParams.set('jwt', await signLink({ externalUserId, clientId, secret: redirect.secret, issuedAt }));
        return { url: url.href, expiresInSecs: redirectTtlSecs };
      }
      forgetExpired();
      const linkId = randomBytes(24).toString('base64url');
      const link = { ...person, linkHash: hash(linkId), expiresAt: now() + ttlInSecs * 1000 };
      files.write(link.linkHash, link);
      links.set(link.linkHash, link);
      return { url: `${publicUrl}${linkPagePath}${linkId}`, expiresInSecs: ttlInSecs };
    },
    find(linkId) {
      const link = links.get(hash(linkId));
      return link && link.expiresAt > now() ? link : undefined;
    },
  };
}

/**
 * The `jwt` of a redirect [S]: HS256, header exactly `{"alg":"HS256"}`, the key is the secret's bytes as they are.
 * `issuedAt` is in seconds since 1970; it expires seven days later.
 */
export function signLink({
  externalUserId,
  clientId,
  secret,
  issuedAt,
}: {
  externalUserId: string;
  clientId: string;
  secret: string;
  issuedAt: number;
}): Promise<string> {
  return new SignJWT({ iat: issuedAt, exp: issuedAt + redirectTtlSecs, sub: externalUserId, aud: clientId })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret));
}

function hash(linkId: string): string {
  return createHash('sha256').update(linkId).digest('hex');
}
