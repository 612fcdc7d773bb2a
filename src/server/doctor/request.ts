import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { TLSSocket } from 'node:tls';

export interface RequestOptions {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: Uint8Array;
  /** Until the headers of the answer are there, in milliseconds. */
  timeoutMs?: number;
}

export interface Certificate {
  /** Why a browser would not accept it; null where it would. */
  problem: string | null;
  validTo: Date | null;
}

export interface Arrived {
  status: number;
  headers: IncomingHttpHeaders;
  /** Each value of a header as it came, repeats included. */
  all(name: string): string[];
  certificate: Certificate | null;
  message: IncomingMessage;
}

export interface Answer extends Arrived {
  body: Buffer;
}

const maxBodyBytes = 4 * 1024 * 1024;

/**
 * One request on a connection of its own, without what `fetch` does on the way: the body stays as it was encoded, repeated
 * headers stay apart, and a certificate that no browser would accept is reported instead of ending the conversation.
 */
export function begin(url: URL, { method = 'GET', headers = {}, body, timeoutMs = 5_000 }: RequestOptions = {}) {
  return new Promise<Arrived>((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const length = body ? { 'content-length': String(body.byteLength) } : {};
    const options = { method, headers: { ...headers, ...length }, agent: false, rejectUnauthorized: false } as const;
    const request = send(url, options, message => {
      clearTimeout(timer);
      resolve({
        status: message.statusCode ?? 0,
        headers: message.headers,
        all: name => readAll(message.rawHeaders, name),
        certificate: message.socket instanceof TLSSocket ? readCertificate(message.socket) : null,
        message,
      });
    });
    const timer = setTimeout(() => request.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)), timeoutMs);
    request.on('error', error => {
      clearTimeout(timer);
      reject(error);
    });
    request.end(body);
  });
}

/** The same with the whole body. */
export async function request(url: URL, options: RequestOptions = {}): Promise<Answer> {
  const arrived = await begin(url, options);
  const chunks: Buffer[] = [];
  let size = 0;
  const timer = setTimeout(() => arrived.message.destroy(new Error('the answer does not end')), 10_000);
  try {
    for await (const chunk of arrived.message as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > maxBodyBytes) throw new Error('the answer is larger than expected');
    }
  } finally {
    clearTimeout(timer);
    arrived.message.destroy();
  }
  return { ...arrived, body: Buffer.concat(chunks) };
}

/** The body as JSON; undefined where it is none. */
export function readJson(answer: Answer): unknown {
  try {
    return JSON.parse(answer.body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function readAll(raw: readonly string[], name: string): string[] {
  return raw.flatMap((text, place) => (place % 2 === 0 && text.toLowerCase() === name ? [raw[place + 1] ?? ''] : []));
}

function readCertificate(socket: TLSSocket): Certificate {
  const validTo = new Date(socket.getPeerCertificate().valid_to ?? '');
  const { authorizationError } = socket;
  const problem = socket.authorized ? null : String(authorizationError ?? 'not accepted');
  return { problem, validTo: Number.isNaN(validTo.getTime()) ? null : validTo };
}
