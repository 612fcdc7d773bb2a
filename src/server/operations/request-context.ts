import { AsyncLocalStorage } from 'node:async_hooks';

/** What everything that is done for one request has in common. */
export interface RequestContext {
  requestId?: string;
  traceId?: string;
  /** The span that the next one is part of: the caller's, then ours. */
  spanId?: string;
  /** Whether whoever began the trace wants it kept. */
  isSampled?: boolean;
}

const storage = new AsyncLocalStorage<RequestContext>();

export function inContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

export function readContext(): RequestContext | undefined {
  return storage.getStore();
}

/** The part of it that belongs into every line of the log. */
export function readLogContext(): Record<string, string> {
  const { requestId, traceId, spanId } = storage.getStore() ?? {};
  return { ...(requestId && { requestId }), ...(traceId && { traceId }), ...(spanId && { spanId }) };
}

/** The caller's trace, from `traceparent`: https://www.w3.org/TR/trace-context/#traceparent-header */
export function readTraceparent(header: string | undefined): Pick<RequestContext, 'traceId' | 'spanId' | 'isSampled'> {
  const parts = /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(-|$)/.exec(header ?? '');
  const [, traceId, spanId, flags = '0'] = parts ?? [];
  return traceId && spanId ? { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 } : {};
}
