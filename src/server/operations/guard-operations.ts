import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import { Refusal } from '../problems';

const forwardingHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

/**
 * Keeps what is for operators from everybody else.
 *
 * 1. With a token configured, whoever brings it may ask, from anywhere; in production nobody else.
 * 2. Without one, and in a local run, this machine may ask. What a proxy of ours passes on comes from this machine as
 *    well, so a request that was passed on does not count.
 * 3. To everybody else there is nothing here.
 */
export function guardOperations({
  token,
  isProduction,
}: {
  token: string | null;
  isProduction: boolean;
}): MiddlewareHandler {
  return async (c, next) => {
    const mayAsk = isFromThisMachine(c) && (token === null || !isProduction);
    if (!mayAsk && token === null) throw new Refusal('not-found', 'There is nothing under this address');
    if (!mayAsk && !isSameSecret(c.req.header('authorization') ?? '', `Bearer ${token}`)) {
      const remedy = 'Authorization: Bearer with OPERATIONS_TOKEN is required';
      throw new Refusal('session-required', remedy, { 'www-authenticate': 'Bearer' });
    }
    await next();
  };
}

/** In constant time: hashes are of one length whatever was sent. */
export function isSameSecret(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}

/** A request without a socket was made inside of this process. */
function isFromThisMachine(c: Context): boolean {
  if (forwardingHeaders.some(name => c.req.header(name) !== undefined)) return false;
  const incoming = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming;
  return incoming === undefined || /^(::ffff:)?127\.|^::1$/.test(incoming.socket.remoteAddress ?? '');
}
