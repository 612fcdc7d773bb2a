import * as v from 'valibot';
import { framePaths, type LinkToken, linkPagePath, linkTokenSchema } from './frame-contract';

export type LinkExchanged = { kind: 'opened'; link: LinkToken } | { kind: 'expired' } | { kind: 'failed' };

/** Asks for an access token for the link that opened the page. Never rejects. */
export type LinkExchange = () => Promise<LinkExchanged>;

export function createLinkExchange(fetch: typeof globalThis.fetch, linkId: string): LinkExchange {
  return async () => {
    try {
      const response = await fetch(framePaths.linkToken, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ linkId }),
        cache: 'no-store',
      });
      if (response.status === 404) return { kind: 'expired' };
      const link = v.safeParse(linkTokenSchema, await response.json());
      return response.ok && link.success ? { kind: 'opened', link: link.output } : { kind: 'failed' };
    } catch {
      return { kind: 'failed' };
    }
  };
}

/** Not decoded: an id has nothing that is escaped, and an address that was cut may not be decodable. */
export function readLinkId(pathname: string): string {
  return pathname.slice(linkPagePath.length);
}
