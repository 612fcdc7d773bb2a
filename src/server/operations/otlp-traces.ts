import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, type SpanExporter, TracerProvider } from '@opentelemetry/sdk-trace';
import { describeError, type Log } from '../log';
import type { OpenSpan, Traced, Traces } from '../trace';
import { inContext, readContext } from './request-context';

/** For a batch with all its repetitions; the app stops no later than this for their sake. */
const sendTimeoutMs = 3_000;

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT };

/** Sends spans in batches, OTLP as JSON over HTTP, to `url` + `/v1/traces`. What cannot be sent is dropped. */
export function createOtlpTraces(url: string, log: Log): Traces {
  const exporter = new OTLPTraceExporter({
    url: `${url.replace(/\/$/, '')}/v1/traces`,
    timeoutMillis: sendTimeoutMs,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'portico' }),
    spanProcessors: [new BatchSpanProcessor({ exporter: complainOnce(exporter, log) })],
  });
  const tracer = provider.getTracer('portico');

  const traced: Traced = async ({ name, kind, attributes }, work) => {
    const options = { ...(kind && { kind: kinds[kind] }), ...(attributes && { attributes }) };
    const span = tracer.startSpan(name, options, readParent());
    const { traceId, spanId, traceFlags } = span.spanContext();
    const isSampled = (traceFlags & TraceFlags.SAMPLED) !== 0;
    const open = toOpenSpan(span);
    try {
      return await inContext({ ...readContext(), traceId, spanId, isSampled }, () => work(open));
    } catch (error) {
      open.fail(toErrorType(error));
      throw error;
    } finally {
      span.end();
    }
  };

  return {
    traced,
    close: () => provider.shutdown().catch(() => undefined), // what could not be sent has been complained about
  };
}

function readParent(): Context {
  const { traceId, spanId, isSampled } = readContext() ?? {};
  if (!traceId || !spanId) return ROOT_CONTEXT;
  const traceFlags = isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

function toOpenSpan(span: Span): OpenSpan {
  return {
    rename: name => span.updateName(name),
    set: attributes => span.setAttributes(attributes),
    fail(code) {
      span.setAttribute('error.type', code);
      span.setStatus({ code: SpanStatusCode.ERROR });
    },
  };
}

/** A code, or a name: messages can repeat what a person has sent. */
function toErrorType(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** A collector that is away is one line in the log, not one per batch. */
function complainOnce(exporter: SpanExporter, log: Log): SpanExporter {
  let isFailing = false;
  return {
    export(spans, done) {
      exporter.export(spans, result => {
        if (result.error && !isFailing) log.warn({ error: describeError(result.error) }, 'traces cannot be sent');
        isFailing = result.error !== undefined;
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}
