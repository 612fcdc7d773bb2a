import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { ApiFault } from '../control/fault-contract';

export interface SandboxEnv {
  /** Absent where the app is called without a socket. */
  Bindings: Partial<HttpBindings>;
  /** The fault that was let happen to the request. */
  Variables: { fault?: ApiFault['name'] };
}

/** Path and query as the client sent them: `Request.url` is normalised, and a signature covers what was sent. */
export function readWirePath(c: Context<SandboxEnv>): string {
  const sent = c.env?.incoming?.url;
  if (sent?.startsWith('/')) return sent;
  const { pathname, search } = new URL(c.req.url);
  return `${pathname}${search}`;
}
