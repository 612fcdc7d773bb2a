import type { Log } from './log';

/** Patterns, codes and counts: never a person's id, a path or a message. */
export type SpanAttributes = Record<string, string | number | boolean>;

export interface SpanStart {
  name: string;
  kind?: 'server' | 'client';
  attributes?: SpanAttributes;
}

export interface OpenSpan {
  rename(name: string): void;
  set(attributes: SpanAttributes): void;
  /** Says that it went wrong, and by which code. A `traced` that throws does so by itself. */
  fail(code: string): void;
}

/** Does the work as a span, part of the one around it. */
export type Traced = <T>(start: SpanStart, work: (span: OpenSpan) => Promise<T>) => Promise<T>;

export interface Traces {
  traced: Traced;
  /** Sends what is left, for a few seconds at most. */
  close(): Promise<void>;
}

const nothing: OpenSpan = { rename: () => undefined, set: () => undefined, fail: () => undefined };

export const noTraces: Traces = { traced: (_start, work) => work(nothing), close: async () => undefined };

/** Traces to an OpenTelemetry collector at `url`; OpenTelemetry itself is loaded only if there is one. */
export async function openTraces(url: string | null, log: Log): Promise<Traces> {
  if (url === null) return noTraces;
  const { createOtlpTraces } = await import('./operations/otlp-traces');
  return createOtlpTraces(url, log);
}
