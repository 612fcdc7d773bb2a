import * as v from 'valibot';
import { untilAborted } from '../until-aborted';
import type { Schedule } from './clock';
import { type ReceiverEntry, type ReceiverTimeline, receiverAnswerSchema } from './receiver-timeline-contract';

export interface ReceiverTimelineSource {
  /** Address with `{externalUserId}` where the person's id goes. */
  url: string;
  /** Sent as bearer; null where the receiver wants none. */
  token: string | null;
}

export type ReadReceiverTimeline = (externalUserId: string) => Promise<ReceiverTimeline>;

/** In real time, like everything that concerns a connection. */
const timeoutMs = 5_000;
const maxBytes = 4 * 1024 * 1024;
const keptEntries = 300;

/** Asks the receiver what it made of a person's webhooks. Never throws: what went wrong is the answer. */
export function createReceiverTimeline({
  source,
  fetch,
  schedule,
}: {
  source: ReceiverTimelineSource | null;
  fetch: typeof globalThis.fetch;
  schedule: Schedule;
}): ReadReceiverTimeline {
  return async externalUserId => {
    if (source === null) return { state: 'not-configured' };
    const expiry = new AbortController();
    const cancelTimeout = schedule(() => expiry.abort(new Error('it did not answer within 5 seconds')), timeoutMs);
    const { signal } = expiry;
    try {
      const url = source.url.replaceAll('{externalUserId}', encodeURIComponent(externalUserId));
      return await untilAborted(ask(fetch, url, source.token, signal), signal);
    } catch (error) {
      return { state: 'silent', why: error instanceof Error ? error.message : 'it could not be asked' };
    } finally {
      cancelTimeout();
    }
  };
}

async function ask(
  fetch: typeof globalThis.fetch,
  url: string,
  token: string | null,
  signal: AbortSignal,
): Promise<ReceiverTimeline> {
  const authorization: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const headers = { accept: 'application/json', ...authorization };
  // Redirects are not followed: the token is for this address alone.
  const response = await fetch(url, { headers, redirect: 'manual', signal });
  if (!response.ok) {
    await response.body?.cancel();
    return { state: 'silent', why: `it answered ${response.status}` };
  }
  const answer = v.safeParse(v.pipe(v.string(), v.parseJson(), receiverAnswerSchema), await readText(response));
  if (!answer.success) return { state: 'silent', why: 'its answer has no list of entries with a time and a text' };
  return { state: 'told', entries: answer.output.entries.slice(-keptEntries).map(toEntry) };
}

function toEntry({
  at,
  what,
  detail,
}: {
  at: string;
  what: string;
  detail?: string | null | undefined;
}): ReceiverEntry {
  return detail ? { at, what, detail } : { at, what };
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new Error('its answer is longer than 4 MB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
