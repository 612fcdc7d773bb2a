import { digestHeaders } from '#idngo/webhook-digest';
import type { Schedule } from '../control/clock';
import { alterBody, sign } from '../control/delivery-faults';
import type { DeliveryFault } from '../control/fault-contract';
import { untilAborted } from '../until-aborted';
import type { DeliveryAttempt } from './delivery-record';
import { trickle } from './trickle';
import type { WebhookSettings } from './webhook-settings';

export interface SendableWebhook {
  url: string;
  body: string;
  fault: DeliveryFault | null;
}

export type Outcome = Pick<DeliveryAttempt, 'request' | 'httpStatus' | 'answerHeaders' | 'answer' | 'durationMs'>;

export interface WebhookSender {
  /** Sends it once. Never throws: what went wrong is the outcome's answer. */
  send(webhook: SendableWebhook, settings: WebhookSettings): Promise<Outcome>;
  /** Ends what is being sent. */
  abort(): void;
}

/** [S]: no answer within 5 s is a failure. In real time, like everything that concerns a connection. */
const timeoutMs = 5_000;
const answerLength = 300;
const bytesPerCharacter = 4;
const keptBodyLength = 20_000;
const headersOfInterest = ['content-type', 'location', 'retry-after', 'server', 'www-authenticate', 'x-request-id'];

export function createWebhookSender({
  fetch,
  now,
  schedule,
}: {
  fetch: typeof globalThis.fetch;
  now: () => number;
  schedule: Schedule;
}): WebhookSender {
  const closing = new AbortController();

  async function send({ url, body, fault }: SendableWebhook, settings: WebhookSettings): Promise<Outcome> {
    const altered = alterBody(body, fault);
    const bytes = Buffer.from(altered);
    const headers = composeHeaders(bytes, settings, fault);
    const request: Outcome['request'] = {
      method: 'POST',
      url,
      headers,
      // From the bytes: a slice of the text would keep all of it in memory.
      body: altered === body ? null : bytes.toString('utf8', 0, keptBodyLength),
      bodyBytes: bytes.length,
    };
    const trickleMs = fault?.name === 'slow' ? fault.seconds * 1_000 : 0;
    const expiry = new AbortController();
    const cancelTimeout = schedule(() => expiry.abort(new Error('no answer within 5 seconds')), trickleMs + timeoutMs);
    const signal = AbortSignal.any([expiry.signal, closing.signal]);
    const startedAt = now();
    const exchange = async () => {
      const content = trickleMs > 0 ? { body: trickle(bytes, trickleMs, schedule), duplex: 'half' } : { body: bytes };
      const init = { method: 'POST', headers, redirect: 'manual', signal, ...content } as RequestInit;
      const response = await fetch(url, init);
      return {
        httpStatus: response.status,
        answerHeaders: Object.fromEntries([...response.headers].filter(([name]) => headersOfInterest.includes(name))),
        answer: await readStart(response),
      };
    };
    try {
      const answered = await untilAborted(exchange(), signal);
      return { request, ...answered, durationMs: now() - startedAt };
    } catch (error) {
      const answer = describe(error).slice(0, answerLength);
      return { request, httpStatus: null, answerHeaders: {}, answer, durationMs: now() - startedAt };
    } finally {
      cancelTimeout();
    }
  }

  return { send, abort: () => closing.abort(new Error('the sandbox is closing')) };
}

function composeHeaders(
  bytes: Uint8Array,
  settings: WebhookSettings,
  fault: DeliveryFault | null,
): Record<string, string> {
  const signature = sign(bytes, settings, fault);
  return {
    'Content-Type': 'application/json',
    ...(signature ? { [digestHeaders.algorithm]: signature.algorithm, [digestHeaders.digest]: signature.digest } : {}),
    ...Object.fromEntries(settings.headers.map(({ name, value }) => [name, value])),
  };
}

async function readStart(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  while (text.length < answerLength) {
    const { done, value } = await reader.read();
    if (done) return text;
    // No more than can be kept: a slice of a long text would hold all of it in memory.
    text += decoder.decode(value.subarray(0, answerLength * bytesPerCharacter), { stream: true });
  }
  await reader.cancel();
  return text.slice(0, answerLength);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause;
  if (!(cause instanceof Error)) return error.message;
  const reason = cause.message || ('code' in cause ? String(cause.code) : cause.name);
  return `${error.message}: ${reason}`;
}
