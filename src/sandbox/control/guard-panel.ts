import { isIP } from 'node:net';
import type { Context, Hono } from 'hono';
import type { SandboxEnv } from '../api/wire-path';
import { ApiError } from '../api-error';
import { isJson, readBytes } from '../read-body';

/*
 * Everything under `/panel/api` is for the machine it runs on, without a signature, and not for other sites' pages, which
 * the browser on that machine may have open:
 *
 * 1. The host in the address is a number, `localhost`, or the host of the sandbox's public address. Any other name may
 *    be another site's, led here by its own DNS, and the browser would take the panel for a part of that site.
 * 2. What changes something is JSON, which a page of another site cannot send without a preflight.
 * 3. No preflight is answered, and nothing may be read across origins.
 */
export function addPanelGuard(app: Hono<SandboxEnv>, { publicUrl }: { publicUrl: string }): void {
  const publicHost = new URL(publicUrl).hostname;
  app.use('/panel/api/*', async (c, next) => {
    requireOwnHost(new URL(c.req.url).hostname, publicHost);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isJson(c.req.raw)) {
      throw new ApiError(415, 'HTTP 415 Unsupported Media Type');
    }
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
  });
}

function requireOwnHost(host: string, publicHost: string): void {
  const isAddress = isIP(host.replace(/^\[|\]$/g, '')) !== 0;
  if (isAddress || host === publicHost || host === 'localhost' || host.endsWith('.localhost')) return;
  throw new ApiError(
    403,
    `The panel is not for '${host}': call it by localhost, or set SANDBOX_PUBLIC_URL to that host`,
  );
}

export async function readText(c: Context<SandboxEnv>): Promise<string> {
  return new TextDecoder().decode(await readBytes(c.req.raw));
}
