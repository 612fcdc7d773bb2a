import type { Configuration } from '#contract/configuration';
import type { VerificationDocuments } from '#contract/documents';
import { type ProblemCode, problemStatuses } from '#contract/problem';
import type { RevealedDocuments } from '#contract/revealed';
import { statusEventName } from '#contract/status-event';
import type { Verification } from '#contract/verification';
import type { StatusEventSource } from '../api/status-stream';
import { answerHandOff, type FakeHandOffs, openLook } from './fake-hand-offs';

export const aConfiguration: Configuration = {
  brand: { name: null, logo: null },
  entry: 'open',
  provider: { origin: 'https://frame.example', loaderUrl: null, probeUrl: 'https://frame.example/probe' },
  themeUrl: 'https://portico.example/themes/default/abc.css',
  themeTextsUrl: null,
  maxFileBytes: 50 * 1024 * 1024,
  requirements: null,
  times: { checkMinutes: 4, reviewMinutes: 15, closerLookDays: 2 },
  resultBy: 'page',
  links: {
    return: 'https://bank.example/account',
    support: 'https://bank.example/help',
    privacy: null,
    retention: null,
    appeal: 'https://bank.example/appeal',
  },
};

export function aVerification(
  changes: Partial<{ status: Exclude<Verification['status'], 'changed'>; revision: number; changedAt: string | null }>,
): Verification {
  return { status: 'not-started', revision: 1, changedAt: null, reference: '7K2-94F', ...changes };
}

export function aChangedVerification(
  changes: Partial<Omit<Extract<Verification, { status: 'changed' }>, 'status'>>,
): Verification {
  return {
    status: 'changed',
    remedy: 'contact',
    approvedAt: null,
    revision: 9,
    changedAt: null,
    reference: '7K2-94F',
    ...changes,
  };
}

export interface FakeStream extends StatusEventSource {
  open(): void;
  send(verification: Verification): void;
  beat(): void;
  fail(readyState: 0 | 2): void;
  readonly isClosed: boolean;
}

export function createFakeStream(): FakeStream {
  const listeners = new Map<string, ((event: { data?: unknown }) => void)[]>();
  let readyState = 0;
  let isClosed = false;
  const dispatch = (type: string, event: { data?: unknown } = {}) => {
    for (const listener of listeners.get(type) ?? []) listener(event);
  };
  return {
    get readyState() {
      return readyState;
    },
    get isClosed() {
      return isClosed;
    },
    addEventListener(type, listener) {
      listeners.set(type, [...(listeners.get(type) ?? []), listener]);
    },
    close() {
      isClosed = true;
      readyState = 2;
    },
    open() {
      readyState = 1;
      dispatch('open');
    },
    send: verification => dispatch(statusEventName, { data: JSON.stringify(verification) }),
    beat: () => dispatch('beat'),
    fail(state) {
      readyState = state;
      dispatch('error');
    },
  };
}

/** The backend as the contract describes it, with its state in plain sight. */
export function createFakeBackend(initial: {
  configuration?: Partial<Configuration>;
  verification?: Verification | 'no-session';
  documents?: Partial<VerificationDocuments>;
  /** Answered to somebody who asks what has to be sent again. */
  documentsRefusal?: ProblemCode;
  /** What full values the documents have; a problem where they are refused. */
  revealed?: RevealedDocuments['documents'] | ProblemCode;
  /** How soon the session ends. */
  ends?: { inSeconds: number; canStay: boolean };
  /** Answered to everything but the configuration. */
  problem?: ProblemCode;
  /** How long to wait before another try, as `problem` says. */
  retryAfterSeconds?: number;
  /** The `Date` of every answer. */
  date?: string;
  /** Answered to somebody who asks for a check. */
  checkRefusal?: ProblemCode;
  handOffs?: Partial<FakeHandOffs>;
  /** Whether the session was made by a hand-off. */
  handedOff?: boolean;
}) {
  const state: {
    configuration: Configuration;
    verification: Verification | 'no-session';
    documents: VerificationDocuments;
    revealed: RevealedDocuments['documents'] | ProblemCode;
    ends: { inSeconds: number; canStay: boolean };
    problem: ProblemCode | undefined;
    checkRefusal: ProblemCode | undefined;
  } = {
    configuration: { ...aConfiguration, ...initial.configuration },
    verification: initial.verification ?? 'no-session',
    documents: {
      reference: '7K2-94F',
      comment: null,
      reasons: [],
      attempts: null,
      steps: [],
      recognised: [],
      ...initial.documents,
    },
    revealed: initial.revealed ?? [],
    ends: initial.ends ?? { inSeconds: 7 * 24 * 60 * 60, canStay: true },
    problem: initial.problem,
    checkRefusal: initial.checkRefusal,
  };
  const handOffs: FakeHandOffs = { newest: null, look: openLook, taken: 'internal', made: 0, ...initial.handOffs };
  const calls: string[] = [];
  const bodies: unknown[] = [];
  const streams: FakeStream[] = [];
  let tokens = 0;

  const answer = (method: string, path: string): Response => {
    if (path === '/api/configuration') return json(state.configuration);
    if (state.problem) return toProblem(state.problem, initial.retryAfterSeconds);
    if (method === 'POST' && path === '/api/session') {
      state.verification = aVerification({ revision: 0 });
      return json(state.verification);
    }
    if (path === '/api/session') {
      const { verification, ends } = state;
      const handedOff = initial.handedOff === undefined ? {} : { handedOff: initial.handedOff };
      return json(verification === 'no-session' ? { verification: null } : { verification, ends, ...handedOff });
    }
    const handOff = answerHandOff(handOffs, method, path);
    if (path.endsWith('/take') && typeof handOffs.taken !== 'string') state.verification = handOffs.taken;
    if (handOff) return typeof handOff === 'string' ? toProblem(handOff) : json(handOff);
    if (state.verification === 'no-session') return toProblem('session-required');
    const { reference } = state.verification;
    if (method === 'POST' && path === '/api/verification/check') {
      return state.checkRefusal ? toProblem(state.checkRefusal) : json(state.verification, 202);
    }
    if (path === '/api/verification/documents' && initial.documentsRefusal) return toProblem(initial.documentsRefusal);
    if (path === '/api/verification/documents') return json({ ...state.documents, reference });
    if (method === 'POST' && path === '/api/verification/documents/reveal') {
      const { revealed } = state;
      return typeof revealed === 'string' ? toProblem(revealed) : json({ reference, documents: revealed });
    }
    if (method === 'POST' && path === '/api/access-token') {
      tokens += 1;
      return json({ token: `token-${tokens}`, expiresAt: '2026-11-24T12:00:00Z', reference });
    }
    return toProblem('not-found');
  };

  return {
    state,
    handOffs,
    calls,
    /** What was sent with each call that had a body. */
    bodies,
    streams,
    fetch: (async (input, init) => {
      calls.push(`${init?.method ?? 'GET'} ${String(input)}`);
      if (init?.body) bodies.push(JSON.parse(String(init.body)));
      const response = answer(init?.method ?? 'GET', String(input));
      if (initial.date !== undefined) response.headers.set('date', initial.date);
      return response;
    }) satisfies typeof globalThis.fetch,
    createEventSource() {
      const stream = createFakeStream();
      streams.push(stream);
      queueMicrotask(stream.open);
      return stream;
    },
    /** The newest stream says so; what the backend would answer to a question stays as it is. */
    push(verification: Verification) {
      streams.findLast(stream => !stream.isClosed)?.send(verification);
    },
  };
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status });
}

function toProblem(code: ProblemCode, retryAfterSeconds?: number): Response {
  const status = problemStatuses[code];
  const response = json({ type: 'about:blank', title: code, status, code, requestId: 'request-1' }, status);
  if (retryAfterSeconds !== undefined) response.headers.set('retry-after', String(retryAfterSeconds));
  return response;
}
