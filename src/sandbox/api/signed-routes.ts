import type { Context, Hono } from 'hono';
import { ApiError } from '../api-error';
import type { ApiFaults } from '../control/api-faults';
import type { Upload, UploadReceiver } from '../files/receive-upload';
import { isJson, readBytes } from '../read-body';
import type { SignatureChecker } from './check-signature';
import type { RequestLog } from './request-log';
import { readWirePath, type SandboxEnv } from './wire-path';

export type SignedContext = Context<SandboxEnv>;

export type SignedRoute = { method: 'GET' | 'POST' | 'PATCH'; path: string } & (
  | { takes: 'nothing'; answer(c: SignedContext): Response | Promise<Response> }
  | { takes: 'json'; answer(c: SignedContext, text: string): Response | Promise<Response> }
  | { takes: 'upload'; answer(c: SignedContext, upload: Upload): Response | Promise<Response> }
);

export interface SigningDependencies {
  uploads: UploadReceiver;
  requestLog: RequestLog;
  apiFaults: ApiFaults;
  signatures: SignatureChecker;
  now: () => number;
}

/** Puts routes under `/resources`, every one of them signed, and answers for what is not among them. */
export function addSignedRoutes(
  app: Hono<SandboxEnv>,
  routes: readonly SignedRoute[],
  dependencies: SigningDependencies,
): void {
  const { requestLog, apiFaults, now } = dependencies;

  app.use('/resources/*', async (c, next) => {
    const at = now();
    await next();
    const refusal = c.error instanceof ApiError ? c.error : undefined;
    const fault = c.get('fault');
    requestLog.add({
      at,
      method: c.req.method,
      path: readWirePath(c),
      httpStatus: c.res.status,
      errorCode: refusal?.errorCode ?? null,
      description: refusal?.message ?? null,
      ...(fault === undefined ? {} : { fault }),
    });
  });
  app.use('/resources/*', apiFaults.handle);
  for (const route of routes) app.on(route.method, route.path, c => answerSigned(c, route, dependencies));
  for (const path of new Set(routes.map(route => route.path))) {
    const allowedMethods = routes.filter(route => route.path === path).map(route => route.method);
    app.all(path, () => {
      throw new ApiError(405, 'HTTP 405 Method Not Allowed', { allowedMethods });
    });
  }
  app.all('/resources/*', () => {
    throw new ApiError(404, 'HTTP 404 Not Found');
  });
}

async function answerSigned(
  c: SignedContext,
  route: SignedRoute,
  { signatures, uploads }: SigningDependencies,
): Promise<Response> {
  const request = c.req.raw;
  if (route.takes === 'json' && !isJson(request)) throw new ApiError(415, 'HTTP 415 Unsupported Media Type');
  const check = signatures.begin({
    method: request.method,
    pathAndQuery: readWirePath(c),
    headers: request.headers,
  });
  if (route.takes === 'upload') {
    const upload = await uploads.receive(request, chunk => check.update(chunk));
    try {
      check.finish();
      return await route.answer(c, upload);
    } finally {
      await upload.discard();
    }
  }
  const bytes = await readBytes(request);
  check.update(bytes);
  check.finish();
  return route.takes === 'json' ? route.answer(c, new TextDecoder().decode(bytes)) : route.answer(c);
}
