import type { Context, Hono } from 'hono';
import type { Environment } from '#idngo/environment';
import { ApiError, correlationIdHeader, createCorrelationId } from '../api-error';
import type { ApiFaults } from '../control/api-faults';
import type { Upload, UploadReceiver } from '../files/receive-upload';
import { isJson, readBytes } from '../read-body';
import type { Caller, SignatureChecker } from './check-signature';
import type { RequestLog } from './request-log';
import { readWirePath, type SandboxEnv } from './wire-path';

type SignedMethod = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** A request whose signature is right. */
export interface SignedRequest {
  /** Of the app token. */
  environment: Environment;
  headers: Headers;
  /** A part of the path, decoded. */
  param(name: string): string;
  query(name: string): string | undefined;
  /** Throws 400 where the query has no such parameter, or an empty one. */
  requireQuery(name: string): string;
}

type Answer = Response | Promise<Response>;

export type SignedRoute = { method: SignedMethod; path: string } & (
  | { takes: 'nothing'; answer(request: SignedRequest): Answer }
  | { takes: 'json'; answer(request: SignedRequest, text: string): Answer }
  | { takes: 'bytes'; answer(request: SignedRequest, bytes: Uint8Array): Answer }
  | { takes: 'upload'; answer(request: SignedRequest, upload: Upload): Answer }
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
    if (!c.res.headers.has(correlationIdHeader)) c.header(correlationIdHeader, createCorrelationId());
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
    const allowedMethods = listAllowedMethods(routes.filter(route => route.path === path));
    app.options(path, () => new Response(null, { status: 204, headers: { Allow: allowedMethods.join(', ') } }));
    app.all(path, () => {
      throw new ApiError(405, 'HTTP 405 Method Not Allowed', { allowedMethods });
    });
  }
  app.all('/resources/*', () => {
    throw new ApiError(404, 'HTTP 404 Not Found');
  });
}

/** Where there is GET there is HEAD: the same answer without its body. */
function listAllowedMethods(routes: readonly SignedRoute[]): string[] {
  const methods = routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  return [...methods, 'OPTIONS'];
}

async function answerSigned(
  c: Context<SandboxEnv>,
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
  const signed = toSignedRequest(c, check.caller);
  const finish = () => {
    check.finish();
    requirePermission(check.caller, route);
  };
  if (route.takes === 'upload') {
    const upload = await uploads.receive(request, chunk => check.update(chunk));
    try {
      finish();
      return await route.answer(signed, upload);
    } finally {
      await upload.discard();
    }
  }
  const bytes = await readBytes(request);
  check.update(bytes);
  finish();
  switch (route.takes) {
    case 'json':
      return route.answer(signed, new TextDecoder().decode(bytes));
    case 'bytes':
      return route.answer(signed, bytes);
    case 'nothing':
      return route.answer(signed);
  }
}

function requirePermission({ permissions }: Caller, { method }: SignedRoute): void {
  if (permissions !== 'view' || method === 'GET') return;
  throw new ApiError(403, `The app token has no permission for ${method}: it may only look`);
}

function toSignedRequest(c: Context<SandboxEnv>, { environment }: Caller): SignedRequest {
  return {
    environment,
    headers: c.req.raw.headers,
    param: name => c.req.param(name) ?? '',
    query: name => c.req.query(name),
    requireQuery(name) {
      const value = c.req.query(name);
      if (!value) throw new ApiError(400, `Query parameter '${name}' is required`);
      return value;
    },
  };
}
