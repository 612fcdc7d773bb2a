import type { MiddlewareHandler } from 'hono';
import { Refusal } from '../problems';

/** More than any request of ours but a delivery has to say. */
const usualBytes = 16 * 1024;

/**
 * Refuses a body by what the request says of it, before a byte of it is read. Where `expected` knows the path, that many
 * bytes may come, and whoever reads them counts; elsewhere a body has to say its length, and it is short.
 */
export function limitBodies(expected: (path: string) => number | undefined): MiddlewareHandler {
  return async (c, next) => {
    const maxBytes = expected(c.req.path);
    const hidesLength = c.req.header('transfer-encoding') !== undefined && maxBytes === undefined;
    if (hidesLength || Number(c.req.header('content-length') ?? 0) > (maxBytes ?? usualBytes)) {
      const detail = `The body may have ${maxBytes ?? usualBytes} bytes at most, and has to say its length`;
      throw new Refusal('body-too-large', detail, { connection: 'close' });
    }
    await next();
  };
}
