import type { ServerResponse } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import { endpoints } from '#contract/endpoints';
import type { Log, LogFacts } from '../log';
import type { Metrics } from '../metrics';
import { toRoutePattern } from '../privacy/route-pattern';
import { toProblemCode } from '../problems';
import type { Traces } from '../trace';
import { inContext, readTraceparent } from './request-context';

interface Observers {
  log: Log;
  metrics: Metrics;
  traces: Traces;
}

/** What asks so often that its lines would bury the others. */
const probes: readonly string[] = ['/healthz', '/readyz', '/metrics'];
const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * Counts, logs and traces every request, under the pattern of its route and never its address, and gives everything that
 * is done for it the request's id. To be used after `requestId()` and before everything else.
 */
export function observeRequests({ log, metrics, traces }: Observers): MiddlewareHandler {
  return (c, next) => {
    const context = { requestId: c.get('requestId'), ...readTraceparent(c.req.header('traceparent')) };
    const method = methods.includes(c.req.method) ? c.req.method : 'other';
    const observe = () =>
      traces.traced({ name: method, kind: 'server' }, async span => {
        const startedAt = performance.now();
        await next();
        const { status } = c.res;
        const ms = performance.now() - startedAt;
        const route = toRoutePattern(c);
        const code = c.error && toProblemCode(c.error);
        metrics.observeRequest({ method, route, status, seconds: ms / 1000 });
        if (route === endpoints.createAccessToken.path) metrics.countTokenRequest(code ?? 'granted');
        span.rename(`${method} ${route}`);
        span.set({ 'http.request.method': method, 'http.route': route, 'http.response.status_code': status });
        if (status >= 500) span.fail(code ?? String(status));
        if (probes.includes(route)) return;
        const facts = { method, route, status, ...(code && { reason: code }) };
        const stream = readOpenStream(c);
        log.info({ ...facts, durationMs: Math.round(ms) }, stream ? 'a stream has opened' : 'a request was answered');
        if (stream) logItsEnd(stream, log, { requestId: context.requestId, ...facts }, startedAt);
      });
    return inContext(context, observe);
  };
}

/** Apart from the request, which would otherwise be kept in memory for as long as its stream is open. */
function logItsEnd(stream: ServerResponse, log: Log, facts: LogFacts, startedAt: number): void {
  stream.once('close', () => {
    log.info({ ...facts, durationMs: Math.round(performance.now() - startedAt) }, 'a stream has closed');
  });
}

/** The response of a route that writes it itself and has not ended. */
function readOpenStream(c: Context): ServerResponse | undefined {
  return c.res.headers.has('x-hono-already-sent') ? (c.env as { outgoing: ServerResponse }).outgoing : undefined;
}
