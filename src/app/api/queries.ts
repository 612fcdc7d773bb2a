import { type QueryClient, queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints';
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

const verificationKey = ['verification'] as const;
const handedOffKey = ['handed-off'] as const;

/** The verification of this browser's person; null while nobody is signed in. */
export function verificationQuery(api: Api) {
  return queryOptions({
    queryKey: verificationKey,
    queryFn: async ({ signal, client }) => {
      const { verification, handedOff } = await api.call(endpoints.readSession, signal);
      client.setQueryData(handedOffKey, handedOff === true);
      return verification && toNewer(client.getQueryData<Verification | null>(verificationKey), verification);
    },
    staleTime: 10_000,
    retryOnMount: false,
  });
}

/**
 * Takes a verification that arrived by itself: the cache changes only if the revision is higher. One with another
 * reference belongs to a session that this browser has left, and only makes the page ask again.
 */
export function acceptVerification(client: QueryClient, arrived: Verification): void {
  const cached = client.getQueryData<Verification | null>(verificationKey);
  if (cached && cached.reference !== arrived.reference) {
    void client.invalidateQueries({ queryKey: verificationKey });
    return;
  }
  client.setQueryData<Verification>(verificationKey, toNewer(cached, arrived));
}

/** Asks the backend for a new person's session; what was known of the person before is forgotten. */
export async function createSession(client: QueryClient, api: Api): Promise<Verification> {
  const verification = await api.call(endpoints.createSession);
  await acceptSession(client, verification, { handedOff: false });
  return verification;
}

/** This browser has a new session: what was known of the one before is forgotten. */
export async function acceptSession(
  client: QueryClient,
  verification: Verification,
  { handedOff }: { handedOff: boolean },
): Promise<void> {
  await client.cancelQueries();
  client.removeQueries({ queryKey: ['documents'] });
  client.setQueryData(handedOffKey, handedOff);
  client.setQueryData<Verification>(verificationKey, verification);
}

/** Whether a hand-off brought the person to this device. */
export function useHandedOff(): boolean {
  return useQuery<boolean>({ queryKey: handedOffKey, queryFn: skipToken }).data === true;
}

export function refetchVerification(client: QueryClient): Promise<void> {
  return client.refetchQueries({ queryKey: verificationKey });
}

/** The backend answers for the session's person, so an answer about another person is the newer one. */
function toNewer(cached: Verification | null | undefined, arrived: Verification): Verification {
  if (!cached || cached.reference !== arrived.reference) return arrived;
  return arrived.revision > cached.revision ? arrived : cached;
}

/** An SDK token for the person on the screen. */
export async function createAccessToken(client: QueryClient, api: Api, reference: string): Promise<string> {
  const answer = await api.call(endpoints.createAccessToken);
  requireSamePerson(client, answer.reference, reference);
  return answer.token;
}

/** Another tab of this browser may have signed somebody else in: their data never goes under this person's heading. */
export function requireSamePerson(client: QueryClient, answered: string, shown: string): void {
  if (answered === shown) return;
  void refetchVerification(client);
  throw new ProblemError('session-required');
}
