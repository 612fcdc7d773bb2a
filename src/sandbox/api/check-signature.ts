import { createHmac, timingSafeEqual } from 'node:crypto';
import { signatureHeaders, timestampToleranceSeconds } from '#idngo/signing';
import { codedError } from '../api-error';

/*
 * Who may call the API. Written from the documents alone and sharing no code with any client, because an imitation
 * that imports the client's signer cannot catch a signing mistake.
 *
 * 1. All three headers are there, the app token is `<environment>:<public part>.<private part>`, and both parts match.
 * 2. The timestamp is Unix time in seconds, at most a minute from this machine's clock.
 * 3. The signature is the lower-case hex HMAC-SHA256 of `ts + METHOD + pathAndQuery + body`, where the path, the query
 *    and the body are the bytes that came over the wire, a multipart body with its boundaries included.
 *
 * Every way to fail has an error code of its own.
 */
export interface SignatureCheck {
  /** Takes the next bytes of the body, in order. */
  update(chunk: Uint8Array): void;
  /** Throws 4003 unless the signature fits everything given to `update`. */
  finish(): void;
}

export interface SignedHead {
  method: string;
  /** As it came over the wire: not decoded, not normalised. */
  pathAndQuery: string;
  headers: Headers;
}

export interface SignatureChecker {
  /** Refuses what the headers alone give away, then waits for the body. Throws `ApiError` 401, codes 4000 to 4006. */
  begin(head: SignedHead): SignatureCheck;
}

export function createSignatureChecker({
  credentials,
  now,
}: {
  credentials: { appToken: string; secretKey: string };
  now: () => number;
}): SignatureChecker {
  const own = splitAppToken(credentials.appToken);
  if (!own) throw new Error("the sandbox's app token must look like sbx:public.private");

  function requireAppToken(given: string): void {
    const parts = splitAppToken(given);
    if (!parts) throw codedError(4000, `${signatureHeaders.appToken} has an invalid format`);
    if (parts.publicPart !== own?.publicPart) {
      throw codedError(4001, 'App token not found: it may belong to another environment');
    }
    if (!equalsInConstantTime(parts.privatePart, own.privatePart)) {
      throw codedError(4002, 'App token private part mismatch');
    }
  }

  return {
    begin({ method, pathAndQuery, headers }) {
      const appToken = headers.get(signatureHeaders.appToken);
      const timestamp = headers.get(signatureHeaders.timestamp);
      const signature = headers.get(signatureHeaders.signature);
      if (!appToken || !timestamp || !signature) {
        const missing = Object.values(signatureHeaders).filter(name => !headers.get(name));
        throw codedError(4006, `Not all authentication headers were provided. Missing: ${missing.join(', ')}`);
      }
      requireAppToken(appToken);
      if (!/^\d{1,15}$/.test(timestamp)) {
        throw codedError(4005, `${signatureHeaders.timestamp} must be Unix time in seconds`);
      }
      if (!/^[0-9a-f]{64}$/.test(signature)) {
        throw codedError(4005, `${signatureHeaders.signature} must be an HMAC-SHA256 in lower-case hex`);
      }
      if (Math.abs(Math.floor(now() / 1000) - Number(timestamp)) > timestampToleranceSeconds) {
        throw codedError(
          4004,
          `Request expired: ${signatureHeaders.timestamp} must be within ${timestampToleranceSeconds} seconds of the server's time, in seconds and UTC`,
        );
      }
      const signedHead = `${timestamp}${method.toUpperCase()}${pathAndQuery}`;
      const hmac = createHmac('sha256', credentials.secretKey).update(signedHead);
      return {
        update(chunk) {
          hmac.update(chunk);
        },
        finish() {
          if (!timingSafeEqual(hmac.digest(), Buffer.from(signature, 'hex'))) {
            throw codedError(4003, 'Request signature mismatch');
          }
        },
      };
    },
  };
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
