import type { Context, Hono } from 'hono';
import type { SandboxEnv } from '../api/wire-path';
import { ApiError } from '../api-error';
import { isJson, readBytes } from '../read-body';

/** Everything under `/panel/api`: for the machine it runs on, without a signature, and not for other sites' pages. */
export function addPanelGuard(app: Hono<SandboxEnv>): void {
  app.use('/panel/api/*', async (c, next) => {
    // Other sites' pages cannot send this content type without a preflight, which nobody answers here.
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isJson(c.req.raw)) {
      throw new ApiError(415, 'HTTP 415 Unsupported Media Type');
    }
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
  });
}

export async function readText(c: Context<SandboxEnv>): Promise<string> {
  return new TextDecoder().decode(await readBytes(c.req.raw));
}
