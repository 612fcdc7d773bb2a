import { createHmac, randomUUID } from 'node:crypto';
import { type DigestAlgorithm, digestAlgorithms, digestHeaders } from '#idngo/webhook-digest';

/** Where promises are asked: an address, and the credentials of a sandbox environment there. */
export interface Provider {
  /** Without a slash at its end. Nothing is ever sent anywhere else. */
  baseUrl: string;
  appToken: string;
  secretKey: string;
  /** A level that asks for documents only. */
  levelName: string;
  /** Another level of applicants, and one of actions, where there are such. */
  otherLevelName?: string | undefined;
  actionLevelName?: string | undefined;
  webhooks?: WebhookListener | undefined;
  call(method: string, path: string, content?: CallContent): Promise<Response>;
  /** A person nobody has verified before. */
  newUserId(): string;
  /** Seconds since 1970, by the clock that requests are signed with. */
  nowSeconds(): number;
}

export interface CallContent {
  json?: unknown;
  form?: FormData | undefined;
  text?: string | undefined;
  /** Beside those of the signature; undefined leaves a header out. */
  headers?: Record<string, string | undefined>;
  /** What is signed in another way than it should be. */
  sign?: Partial<Signed>;
}

interface Signed {
  appToken: string;
  secretKey: string;
  timestamp: string;
  body: Uint8Array;
}

export interface ReceivedWebhook {
  body: Buffer;
  headers: Headers;
}

export interface WebhookListener {
  secret: string;
  /** The first webhook of that type about that person; waits for it. Throws where none comes. */
  receive(type: string, externalUserId: string): Promise<ReceivedWebhook>;
}

export function createProvider({
  fetch,
  now,
  ...facts
}: Omit<Provider, 'call' | 'newUserId' | 'nowSeconds'> & {
  fetch: typeof globalThis.fetch;
  now: () => number;
}): Provider {
  const baseUrl = facts.baseUrl.replace(/\/+$/, '');
  const nowSeconds = () => Math.floor(now() / 1000);
  return {
    ...facts,
    baseUrl,
    nowSeconds,
    newUserId: () => `conformance-${randomUUID()}`,
    async call(method, path, { json, form, text, headers = {}, sign = {} } = {}) {
      const content = toContent({ json, form, text });
      const body = Buffer.from((await content?.arrayBuffer()) ?? new ArrayBuffer(0));
      const contentType = content?.headers.get('Content-Type') ?? undefined;
      const { appToken, secretKey } = facts;
      const signed = { appToken, secretKey, timestamp: String(nowSeconds()), body, ...sign };
      const signature = createHmac('sha256', signed.secretKey)
        .update(`${signed.timestamp}${method}${path}`)
        .update(signed.body)
        .digest('hex');
      const all = {
        Accept: 'application/json',
        'Content-Type': contentType,
        'X-App-Token': signed.appToken,
        'X-App-Access-Ts': signed.timestamp,
        'X-App-Access-Sig': signature,
        ...headers,
      };
      const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
      // Concatenated, not resolved: no path can lead to another host.
      return fetch(`${baseUrl}${path}`, {
        method,
        headers: Object.fromEntries(sent),
        redirect: 'error',
        ...(content ? { body } : {}),
      });
    },
  };
}

function toContent({ json, form, text }: Pick<CallContent, 'json' | 'form' | 'text'>): Response | undefined {
  if (form) return new Response(form);
  if (text !== undefined) return new Response(text, { headers: { 'Content-Type': 'text/plain' } });
  return json === undefined ? undefined : Response.json(json);
}

/** Whether the digest of a delivery fits its bytes, by the algorithm that the delivery names. */
export function hasRightDigest({ body, headers }: ReceivedWebhook, secret: string): boolean {
  const algorithm = headers.get(digestHeaders.algorithm) as DigestAlgorithm | null;
  if (!algorithm || !Object.hasOwn(digestAlgorithms, algorithm)) return false;
  const digest = createHmac(digestAlgorithms[algorithm], secret).update(body).digest('hex');
  return headers.get(digestHeaders.digest) === digest;
}
