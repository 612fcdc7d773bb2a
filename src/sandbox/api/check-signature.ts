import { createHmac, timingSafeEqual } from 'node:crypto';
import { signatureHeaders, timestampToleranceSeconds } from '#idngo/signing';
import { codedError } from '../api-error';
import type { AppCredentials } from '../credentials';

/*
 * Who may call the API. Written from the documents alone and sharing no code with any client, because an imitation
 * that imports the client's signer cannot catch a signing mistake.
 *
 * 1. All three headers are there, each once. The app token is `<environment>:<public part>.<private part>`, it is known,
 *    and both parts match. It tells the environment: there is one host for both [S].
 * 2. The timestamp is Unix time in seconds, at most a minute from this machine's clock.
 * 3. The signature is the lower-case hex HMAC-SHA256 of `ts + METHOD + pathAndQuery + body`, where the path, the query
 *    and the body are the bytes that came over the wire, a multipart body with its boundaries included.
 *
 * Every way to fail has an error code of its own, and a description that names the usual cause.
 */
export interface SignatureCheck {
  caller: Caller;
  /** Takes the next bytes of the body, in order. */
  update(chunk: Uint8Array): void;
  /** Throws 4003 unless the signature fits everything given to `update`. */
  finish(): void;
}

export type Caller = Pick<AppCredentials, 'environment' | 'permissions'>;

export interface SignedHead {
  method: string;
  /** As it came over the wire: not decoded, not normalised. */
  pathAndQuery: string;
  headers: Headers;
}

export interface SignatureChecker {
  /** Refuses what the headers alone give away, then waits for the body. Throws `ApiError` 401, codes 4000 to 4007. */
  begin(head: SignedHead): SignatureCheck;
}

interface KnownApp extends AppCredentials {
  publicPart: string;
  privatePart: string;
}

export function createSignatureChecker({
  credentials,
  now,
}: {
  credentials: readonly AppCredentials[];
  now: () => number;
}): SignatureChecker {
  const apps = credentials.map(toKnownApp);

  function requireApp(given: string): KnownApp {
    const parts = splitAppToken(given);
    if (!parts) throw codedError(4000, `${signatureHeaders.appToken} has an invalid format`);
    const app = apps.find(({ publicPart }) => publicPart === parts.publicPart);
    if (!app) throw codedError(4001, 'App token not found: it may belong to another environment');
    if (!equalsInConstantTime(parts.privatePart, app.privatePart)) {
      throw codedError(4002, 'App token private part mismatch');
    }
    return app;
  }

  return {
    begin({ method, pathAndQuery, headers }) {
      const { appToken, timestamp, signature } = requireHeaders(headers);
      const app = requireApp(appToken);
      requireTimestamp(timestamp, now());
      if (!/^[0-9a-f]{64}$/.test(signature)) {
        throw codedError(4005, `${signatureHeaders.signature} must be an HMAC-SHA256 in lower-case hex`);
      }
      const sign = () =>
        createHmac('sha256', app.secretKey).update(`${timestamp}${method.toUpperCase()}${pathAndQuery}`);
      const hmac = sign();
      const fits = (digest: Buffer) => timingSafeEqual(digest, Buffer.from(signature, 'hex'));
      return {
        caller: app,
        update(chunk) {
          hmac.update(chunk);
        },
        finish() {
          if (fits(hmac.digest())) return;
          if (!fits(sign().digest())) throw codedError(4003, 'Request signature mismatch');
          throw codedError(
            4003,
            'Request signature mismatch: the signature fits the request without its body, and must include the body',
          );
        },
      };
    },
  };
}

function requireHeaders(headers: Headers): Record<keyof typeof signatureHeaders, string> {
  const read = (name: string) => headers.get(name) ?? '';
  const missing = Object.values(signatureHeaders).filter(name => read(name) === '');
  if (missing.length > 0) {
    throw codedError(4006, `Not all authentication headers were provided. Missing: ${missing.join(', ')}`);
  }
  // A header that came twice reads as one with a comma, and none of the three has one of its own.
  const repeated = Object.values(signatureHeaders).filter(name => read(name).includes(','));
  if (repeated.length > 0) throw codedError(4007, `Sent more than once: ${repeated.join(', ')}`);
  return {
    appToken: read(signatureHeaders.appToken),
    timestamp: read(signatureHeaders.timestamp),
    signature: read(signatureHeaders.signature),
  };
}

function requireTimestamp(timestamp: string, nowMs: number): void {
  const name = signatureHeaders.timestamp;
  if (!/^\d{1,15}$/.test(timestamp)) throw codedError(4005, `${name} must be Unix time in seconds`);
  const nowSeconds = Math.floor(nowMs / 1000);
  const offSeconds = Number(timestamp) - nowSeconds;
  if (Math.abs(offSeconds) <= timestampToleranceSeconds) return;
  const day = 24 * 60 * 60;
  if (Math.abs(Number(timestamp) / 1000 - nowSeconds) < day) {
    throw codedError(4004, `Request expired: ${name} is in milliseconds and must be in seconds`);
  }
  const distance = `${Math.abs(offSeconds)} seconds ${offSeconds < 0 ? 'behind' : 'ahead of'} the server's clock`;
  throw codedError(
    4004,
    `Request expired: ${name} is ${distance}; it must be within ${timestampToleranceSeconds} seconds of it, in UTC`,
  );
}

function toKnownApp(credentials: AppCredentials): KnownApp {
  const parts = splitAppToken(credentials.appToken);
  if (!parts) throw new Error("the sandbox's app tokens must look like sbx:public.private");
  return { ...credentials, ...parts };
}

function splitAppToken(token: string): { publicPart: string; privatePart: string } | undefined {
  const parts = /^((?:sbx|prd):[^\s.,]+)\.([^\s,]+)$/.exec(token);
  return parts?.[1] && parts[2] ? { publicPart: parts[1], privatePart: parts[2] } : undefined;
}

function equalsInConstantTime(a: string, b: string): boolean {
  const key = 'comparison';
  const digest = (text: string) => createHmac('sha256', key).update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
