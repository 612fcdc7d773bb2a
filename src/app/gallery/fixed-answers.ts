import type { Configuration } from '#contract/configuration';
import { readDocuments } from '#contract/documents';
import { endpoints } from '#contract/endpoints';
import { problemStatuses } from '#contract/problem';
import { revealDocuments } from '#contract/revealed';
import type { Verification } from '#contract/verification';
import type { Answer, GalleryState } from './gallery-state';

const reference = '7K2-94F';

const configuration: Configuration = {
  brand: { name: null, logo: null },
  entry: 'open',
  provider: { origin: 'https://frame.invalid', loaderUrl: null, probeUrl: null },
  themeUrl: 'https://frame.invalid/theme.css',
  themeTextsUrl: null,
  maxFileBytes: 50 * 1024 * 1024,
  requirements: [
    { need: 'identity', documents: ['PASSPORT', 'ID_CARD', 'DRIVERS', 'RESIDENCE_PERMIT'] },
    { need: 'selfie', as: 'photo' },
  ],
  times: { checkMinutes: 4, reviewMinutes: 15, closerLookDays: 2 },
  resultBy: 'page',
  links: {
    return: 'https://service.invalid/account',
    support: 'https://service.invalid/help',
    privacy: 'https://service.invalid/privacy',
    retention: 'https://service.invalid/retention',
    appeal: 'https://service.invalid/appeal',
  },
};

/**
 * The backend of one state: the app's own reading of answers is in front of it, so that data which the contract does not
 * know cannot be shown. Nothing leaves the page, and nothing that is sent changes an answer.
 */
export function createFixedFetch(state: GalleryState): typeof globalThis.fetch {
  const answers = collectAnswers(state);
  const asked = new Map<string, number>();
  return (input, init) => {
    const call = `${init?.method ?? 'GET'} ${String(input)}`;
    const count = asked.get(call) ?? 0;
    asked.set(call, count + 1);
    const known = answers[call] ?? [{ is: 'refused', code: 'not-found' }];
    return reply(known[Math.min(count, known.length - 1)], init?.signal);
  };
}

/** What comes with the page. */
export function toConfiguration(state: GalleryState): Configuration {
  return { ...configuration, ...state.configuration };
}

function collectAnswers(state: GalleryState): Record<string, readonly (Answer | undefined)[]> {
  const { session } = state;
  const sessions = isPair(session) ? session : [session];
  const verification = sessions.find(isVerification);
  const documents = toAnswer(state.documents ?? {});
  return {
    [key(endpoints.readConfiguration)]: [given(toConfiguration(state))],
    [key(endpoints.readSession)]: sessions.map(one =>
      one === undefined || isVerification(one)
        ? given({ verification: one ?? null, ends: state.ends, handedOff: state.handedOff })
        : one,
    ),
    [key(readDocuments)]: [
      documents.is === 'given'
        ? given({
            reference,
            comment: null,
            reasons: [],
            attempts: null,
            steps: [],
            recognised: [],
            ...Object(documents.body),
          })
        : documents,
    ],
    [key(revealDocuments)]: [toRevealed(state.revealed ?? [])],
    [key(endpoints.createSession)]: [{ is: 'awaited' }],
    [key(endpoints.requestCheck)]: [given(verification)],
    [key(endpoints.createAccessToken)]: [given({ token: 'none', reference, expiresAt: '2026-11-24T10:00:00Z' })],
    ...Object.fromEntries(Object.entries(state.answers ?? {}).map(([call, answer]) => [call, [answer].flat()])),
  };
}

function key({ method, path }: { method: string; path: string }): string {
  return `${method} ${path}`;
}

export function given<Body>(body: Body): Answer<Body> {
  return { is: 'given', body };
}

function toAnswer(value: object | Answer): Answer {
  return 'is' in value ? value : given(value);
}

function toRevealed(value: NonNullable<GalleryState['revealed']>): Answer {
  return 'is' in value ? value : given({ reference, documents: value });
}

function isPair(value: GalleryState['session']): value is readonly [Verification, Answer] {
  return Array.isArray(value);
}

function isVerification(value: unknown): value is Verification {
  return typeof value === 'object' && value !== null && 'status' in value;
}

function reply(answer: Answer | undefined, signal: AbortSignal | null | undefined): Promise<Response> {
  switch (answer?.is) {
    case 'given':
      return Promise.resolve(new Response(JSON.stringify(answer.body)));
    case 'refused': {
      const { code, retryAfterSeconds } = answer;
      const status = problemStatuses[code];
      const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
      const body = { type: 'about:blank', title: code, status, code, requestId: 'f3a1-0c27' };
      return Promise.resolve(new Response(JSON.stringify(body), { status, headers }));
    }
    case 'awaited':
      return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    default:
      return Promise.reject(new TypeError('Nobody answers in this state'));
  }
}
