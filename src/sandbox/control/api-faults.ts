import { AsyncLocalStorage } from 'node:async_hooks';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import { errorCodes } from '#idngo/errors';
import { readWirePath, type SandboxEnv } from '../api/wire-path';
import { codedError, createCorrelationId, toFaultResponse } from '../api-error';
import type { Schedule } from './clock';
import type { Faults } from './faults';

export interface ApiFaults {
  /** Lets the first fault that fits happen to a request, and leaves its name in the context's `fault`. */
  handle: MiddlewareHandler<SandboxEnv>;
  /** Real time as the server takes it to be for the request at hand. */
  serverNow(): number;
  /** Lets go of every request that hangs. */
  close(): void;
}

/** Faults of the signed API; in real time, since the callers' clocks and patience are real. */
export function createApiFaults({
  faults,
  now,
  schedule,
}: {
  faults: Faults;
  now: () => number;
  schedule: Schedule;
}): ApiFaults {
  const skewMs = new AsyncLocalStorage<number>();
  const hanging = new Set<{ faultId: string; letGo: () => void }>();
  const serverNow = () => now() + (skewMs.getStore() ?? 0);

  function letGo(concerns: (faultId: string) => boolean): void {
    for (const request of hanging) if (concerns(request.faultId)) request.letGo();
  }
  faults.onRemoved(removed => letGo(faultId => removed === 'all' || removed.faultId === faultId));

  /** Until the time is over, the fault is cleared or the caller is gone. */
  async function hang(faultId: string, seconds: number | null, signal: AbortSignal): Promise<void> {
    let cancel: () => void = () => undefined;
    await new Promise<void>(resolve => {
      const request = {
        faultId,
        letGo() {
          hanging.delete(request);
          resolve();
        },
      };
      hanging.add(request);
      if (seconds !== null) cancel = schedule(request.letGo, seconds * 1_000);
      if (signal.aborted) request.letGo();
      signal.addEventListener('abort', request.letGo, { once: true });
    });
    cancel();
  }

  async function handle(c: Context<SandboxEnv>, next: () => Promise<void>): Promise<Response | undefined> {
    const taken = faults.takeForRequest(readWirePath(c));
    if (!taken) {
      await next();
      return undefined;
    }
    const { faultId, fault } = taken;
    c.set('fault', fault.name);
    switch (fault.name) {
      case 'too-many-requests': {
        const body = { description: 'Too many requests', code: 429, correlationId: createCorrelationId() };
        return Response.json(body, { status: 429, headers: { 'Retry-After': String(fault.retryAfterSeconds) } });
      }
      case 'server-error':
        return toFaultResponse(createCorrelationId());
      case 'bad-gateway':
        return new Response(gatewayPage, { status: 502, headers: { 'Content-Type': 'text/html' } });
      case 'unavailable':
        return new Response(null, { status: 503 });
      case 'error-code':
        throw codedError(fault.errorCode, `A fault that was set: ${errorCodes[fault.errorCode].errorName}`);
      case 'time-out':
        // Carried out before it hangs: signatures are judged on arrival, and a lost answer undoes nothing.
        await next();
        await hang(faultId, fault.seconds, c.req.raw.signal);
        return undefined;
      case 'clock-skew':
        await skewMs.run(fault.seconds * 1_000, async () => {
          await next();
          c.header('Date', new Date(serverNow()).toUTCString());
        });
        return undefined;
      case 'cut':
        await next();
        c.res = await cut(c);
        return undefined;
    }
  }

  return { handle, serverNow, close: () => letGo(() => true) };
}

const gatewayPage =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n';

/** Half of the answer, and then the end of the connection, or of the stream where there is no connection. */
async function cut(c: Context<SandboxEnv>): Promise<Response> {
  const { status, headers: given } = c.res;
  const whole = new Uint8Array(await c.res.arrayBuffer());
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  const headers = new Headers(given);
  headers.set('Content-Length', String(whole.length));
  const outgoing = c.env?.outgoing;
  if (outgoing && 'flushHeaders' in outgoing) {
    outgoing.writeHead(status, Object.fromEntries(headers));
    outgoing.write(half, () => outgoing.destroy());
    return new Response(null, { status, headers: RESPONSE_ALREADY_SENT.headers });
  }
  let isSent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent) controller.error(new TypeError('the connection was cut'));
      else controller.enqueue(half);
      isSent = true;
    },
  });
  return new Response(body, { status, headers });
}
