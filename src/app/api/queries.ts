import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints';
import type { SessionAnswer } from '#contract/session';
import type { Verification } from '#contract/verification';
import { type Api, ProblemError } from './http';

const transient: readonly string[] = ['unreachable', 'internal', 'provider-unreachable', 'database-unavailable'];

/** Failures that the next try may cure are tried twice more; a refusal is final. */
export function shouldRetry(failures: number, error: Error): boolean {
  return failures < 2 && error instanceof ProblemError && transient.includes(error.code);
}

export function configurationQuery(api: Api) {
  return queryOptions({
    queryKey: ['configuration'],
    queryFn: ({ signal }) => api.call(endpoints.readConfiguration, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export const verificationKey = ['verification'] as const;
export const handedOffKey = ['handed-off'] as const;
export const sessionEndKey = ['session-end'] as const;

/** `at` by the clock of this device; with `canStay` any question to the backend moves it. */
export interface SessionEnd {
  at: number;
  canStay: boolean;
}

/** The verification of this browser's person; null while nobody is signed in. */
export function verificationQuery(api: Api) {
  return queryOptions({
    queryKey: verificationKey,
    queryFn: async ({ signal, client }) => {
      const answer = await api.call(endpoints.readSession, signal);
      keepAround(client, answer, Date.now());
      const { verification } = answer;
      return verification && toNewer(client.getQueryData<Verification | null>(verificationKey), verification);
    },
    staleTime: 10_000,
    retryOnMount: false,
  });
}

/** Takes the answer that came with the page; asked anew where that was long ago, as on a slow phone. */
export function keepSession(client: QueryClient, { answer, at }: { answer: SessionAnswer; at: number }): void {
  keepAround(client, answer, at);
  client.setQueryData<Verification | null>(verificationKey, answer.verification, { updatedAt: at });
}

function keepAround(client: QueryClient, { handedOff, ends }: SessionAnswer, at: number): void {
  client.setQueryData(handedOffKey, handedOff === true);
  if (ends) client.setQueryData<SessionEnd>(sessionEndKey, { ...ends, at: at + ends.inSeconds * 1000 });
}

/** Asks again; one question at a time, however many things ask for it. */
export function refetchVerification(client: QueryClient): Promise<void> {
  return client.refetchQueries({ queryKey: verificationKey }, { cancelRefetch: false });
}

/** The backend answers for the session's person, so an answer about another person is the newer one. */
export function toNewer(cached: Verification | null | undefined, arrived: Verification): Verification {
  if (!cached || cached.reference !== arrived.reference) return arrived;
  return arrived.revision > cached.revision ? arrived : cached;
}
