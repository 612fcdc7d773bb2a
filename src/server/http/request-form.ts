import type { IncomingMessage } from 'node:http';

/** Tokens of the host product are in addresses, so these are long; proxies' usual limit is 8 kB. */
const maxAddressBytes = 8 * 1024;
const maxHeaders = 100;

/** Of a request that is refused unread, as HTTP numbers it. */
export type FormFault = 400 | 414 | 431;

/**
 * Whether a request has a form that every proxy and server on the way understands alike. What they understand differently is
 * how rules about paths and hosts are walked around: `/x/..%2fmetrics`, a second Host, an address that names another host.
 */
export function findFormFault({
  url = '',
  rawHeaders,
}: Pick<IncomingMessage, 'url' | 'rawHeaders'>): FormFault | undefined {
  if (url.length > maxAddressBytes) return 414;
  if (rawHeaders.length > 2 * maxHeaders) return 431;
  const hosts = rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === 'host');
  return hosts.length === 1 && isPlainPath(url.split('?', 1)[0] ?? '') ? undefined : 400;
}

function isPlainPath(path: string): boolean {
  if (!path.startsWith('/') || /[^\x21-\x7e]|%2f/i.test(path)) return false;
  let decoded: string;
  try {
    decoded = decodeURIComponent(path); // throws for what is not UTF-8, overlong forms included
  } catch {
    return false;
  }
  return !/[\\\p{Cc}]/u.test(decoded) && !decoded.split('/').some(segment => /^\.\.?$/.test(segment));
}
