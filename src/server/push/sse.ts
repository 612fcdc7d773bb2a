/** The one place that spells the wire format of the push stream: https://html.spec.whatwg.org/multipage/server-sent-events.html */

export const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  // `no-transform` and `X-Accel-Buffering` keep proxies from compressing or collecting what must leave at once.
  'cache-control': 'no-cache, no-store, no-transform',
  'x-accel-buffering': 'no',
} as const;

/** A comment for proxies, and an event for the browser, whose scripts do not see comments. */
export const heartbeat = ': \n\nevent: beat\ndata:\n\n';

export function spellRetry(milliseconds: number): string {
  return `retry: ${milliseconds}\n\n`;
}

/** @throws when an id or name holds what the format cannot carry. */
export function spellEvent(event: { id: string; name: string; data: string }): string {
  if (/[\r\n\0]/.test(event.id) || /[\r\n]/.test(event.name)) {
    throw new Error('An event id or name must not hold line breaks');
  }
  const data = event.data
    .split(/\r\n|\r|\n/)
    .map(line => `data: ${line}\n`)
    .join('');
  return `id: ${event.id}\nevent: ${event.name}\n${data}\n`;
}

/** Names the person, too: a browser that somebody else has signed in on comes back with the id of the one before. */
export function spellEventId({ revision, reference }: { revision: number; reference: string }): string {
  return `${revision}.${reference}`;
}

/** `Last-Event-ID` as a revision; undefined when there is none, or it is not ours, or of another person. */
export function readLastEventId(header: string | undefined, reference: string): number | undefined {
  const [, revision, whose] = /^(\d{1,9})\.(.+)$/.exec(header ?? '') ?? [];
  return revision && whose === reference ? Number(revision) : undefined;
}
