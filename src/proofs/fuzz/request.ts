import type { FuzzRandom } from './random';

/** Bytes for a socket, and what may become of them. */
export interface FuzzRequest {
  kind: string;
  bytes: Buffer;
  /** Whether it is a whole request of the right form, which has to be answered; the rest may be cut off instead. */
  isWhole: boolean;
}

/** What a fuzzer knows of the app it talks to: secrets too, to get as far as somebody who has them. */
export interface Target {
  port: number;
  webhookSecret: string;
  signInSecret: string;
  operationsToken: string;
  linkSecret: string;
  clientId: string;
  /** A person who has entered, whose verification must stay as it is. */
  person: { externalUserId: string; cookie: string };
}

export type FuzzGenerator = (random: FuzzRandom, target: Target) => FuzzRequest;

/** Never part of a path: where it shows up in the app's output, something was written down that should not be. */
export const marker = 'planted7Qx2';

export const paths = [
  '/',
  '/verify',
  '/status',
  '/handoff',
  '/enter',
  '/api/configuration',
  '/api/session',
  '/api/access-token',
  '/api/verification',
  '/api/verification/events',
  '/api/verification/documents',
  '/webhooks/idngo',
  '/themes/default/0000000000000000.css',
  '/themes/any/00000000000000000000000000000000.css',
  '/themes/schema.json',
  '/studio',
  '/studio/preview',
  '/api/studio',
  '/api/studio/drafts',
  '/api/studio/drafts/00000000-0000-4000-8000-000000000000',
  '/api/studio/drafts/00000000-0000-4000-8000-000000000000/versions/1',
  '/api/studio/drafts/00000000-0000-4000-8000-000000000000/publications',
  '/api/studio/publications',
  '/api/studio/assignments',
  '/api/studio/published',
  '/api/studio/access-token',
  '/themes/fonts/golos-text-latin-wght-normal.woff2',
  '/icon.svg',
  '/assets/none.js',
  '/healthz',
  '/readyz',
  '/metrics',
  '/nowhere',
] as const;

export const methods = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'QUERY',
] as const;

export function spell(
  random: FuzzRandom,
  start: string,
  headers: readonly (readonly [string, string])[],
  body: Uint8Array = Buffer.alloc(0),
): Buffer {
  const lines = [
    ['Host', 'localhost'],
    ['Connection', 'close'],
    // As from a proxy of ours: from one address each limit would be reached at once, and nothing behind it be tried.
    ['X-Forwarded-For', `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`],
    ...headers,
  ];
  const head = `${start} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}

/** Of a header's value, what HTTP can carry. */
export function toHeaderValue(text: string): string {
  return text.replaceAll(/[^\x21-\x7e]/g, '?');
}

/** As part of a query; what no encoding of a text has, such as half a surrogate pair, is exchanged. */
export function toQueryValue(text: string): string {
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));
}
