import { createHmac } from 'node:crypto';
import { signatureHeaders } from '#idngo/signing';

export interface SignableRequest {
  method: string;
  /** Path with query exactly as on the wire. */
  pathAndQuery: string;
  /** The very bytes that are sent; empty when there is no body. */
  body: Uint8Array;
}

/** Lower-case hex HMAC-SHA256 of `ts + METHOD + pathAndQuery + body` [I]. */
export function computeSignature(request: SignableRequest, timestampSeconds: number, secretKey: string): string {
  return createHmac('sha256', secretKey)
    .update(`${timestampSeconds}${request.method.toUpperCase()}${request.pathAndQuery}`)
    .update(request.body)
    .digest('hex');
}

export function signRequest(
  request: SignableRequest,
  credentials: { appToken: string; secretKey: string },
  nowMs: number,
): Record<string, string> {
  const timestampSeconds = Math.floor(nowMs / 1000);
  return {
    [signatureHeaders.appToken]: credentials.appToken,
    [signatureHeaders.timestamp]: String(timestampSeconds),
    [signatureHeaders.signature]: computeSignature(request, timestampSeconds, credentials.secretKey),
  };
}
