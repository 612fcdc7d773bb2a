import { randomUUID } from 'node:crypto';
import { createServer, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { App } from '../app';
import { spellProblem, toProblemResponse } from '../problems';
import { findFormFault } from './request-form';

export interface ServerLimits {
  headersTimeoutMs: number;
  /** For a request with its body. */
  requestTimeoutMs: number;
  /** Longer than nginx keeps its own end (60 s), so that it never writes into a connection that is just closing. */
  keepAliveTimeoutMs: number;
  /** For a connection on which nothing moves. A stream beats more often. */
  idleTimeoutMs: number;
  /** How often the first two are looked at. */
  checkIntervalMs: number;
  maxHeaderBytes: number;
  /** 10,000 streams and room for everything else, below the usual limit of 20,000 descriptors. */
  maxConnections: number;
  /** Bounds what one connection can have asked for without reading an answer; nginx's own figure. */
  maxRequestsPerSocket: number;
}

export const serverLimits: ServerLimits = {
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  keepAliveTimeoutMs: 75_000,
  idleTimeoutMs: 120_000,
  checkIntervalMs: 2_000,
  maxHeaderBytes: 16 * 1024,
  maxConnections: 15_000,
  maxRequestsPerSocket: 1_000,
};

/**
 * The app behind a socket.
 *
 * 1. Every answer has the security headers: the app's, a stream's, and what is refused before the app sees it.
 * 2. Requests of a doubtful form are refused (`request-form.ts`), and so is what the parser does not take: two lengths, bare
 *    line feeds, unknown methods.
 * 3. Whoever sends slowly, or not at all, is cut off in time, and counted before.
 */
export function createHttpServer(
  app: Pick<App, 'fetch'>,
  headers: Readonly<Record<string, string>>,
  limits: ServerLimits = serverLimits,
): Server {
  const answers = new WeakMap<object, ServerResponse>();
  const listener = getRequestListener(app.fetch, {
    errorHandler: error =>
      error instanceof RequestError
        ? new Response(spellProblem('malformed-request', randomUUID()), {
            status: 400,
            headers: { 'content-type': 'application/problem+json', connection: 'close' },
          })
        : toProblemResponse(error, randomUUID()),
  });

  const server = createServer(
    {
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      keepAliveTimeout: limits.keepAliveTimeoutMs,
      connectionsCheckingInterval: limits.checkIntervalMs,
      maxHeaderSize: limits.maxHeaderBytes,
      requireHostHeader: false, // required by request-form.ts, whose answer has the headers
    },
    (incoming, outgoing) => {
      answers.set(incoming.socket, outgoing);
      const fault = findFormFault(incoming);
      if (fault) return refuse(outgoing, fault, headers);
      for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
      void listener(incoming, outgoing);
    },
  );
  server.timeout = limits.idleTimeoutMs;
  server.maxConnections = limits.maxConnections;
  server.maxRequestsPerSocket = limits.maxRequestsPerSocket;

  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const isAnswering = answers.get(socket)?.headersSent === true && !answers.get(socket)?.writableFinished;
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswering) socket.destroy();
    else socket.end(spellRefusal(parserStatuses[error.code ?? ''] ?? 400, headers), () => socket.destroy());
  });
  // Past the last answer, which said so: whoever goes on asking does not read.
  server.on('dropRequest', (_request, socket: Socket) => socket.destroy());
  server.on('connect', (_request, socket: Socket) => {
    socket.end(spellRefusal(400, headers));
  });
  server.on('checkExpectation', (_request, outgoing) => refuse(outgoing, 417, headers));
  return server;
}

const parserStatuses: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

interface Refused {
  headers: Record<string, string>;
  body: string;
}

function toRefused(status: number, headers: Readonly<Record<string, string>>): Refused {
  const requestId = randomUUID();
  const body = spellProblem('malformed-request', requestId, status);
  return {
    headers: {
      ...headers,
      'x-request-id': requestId,
      'content-type': 'application/problem+json',
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    },
    body,
  };
}

function refuse(outgoing: ServerResponse, status: number, headers: Readonly<Record<string, string>>): void {
  const refused = toRefused(status, headers);
  outgoing.writeHead(status, refused.headers).end(refused.body);
}

/** A whole answer, for where there is no response to write it to. */
function spellRefusal(status: number, headers: Readonly<Record<string, string>>): string {
  const refused = toRefused(status, headers);
  const lines = Object.entries(refused.headers).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${refused.body}`;
}
