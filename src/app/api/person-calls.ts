import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { readDocuments } from '#contract/documents';
import { endpoints } from '#contract/endpoints';
import type { Verification } from '#contract/verification';
import { type Api, ProblemError } from './http';
import { refetchVerification } from './queries';

/** Only on screens that show them, and forgotten with the screen. */
export function documentsQuery(api: Api, { reference, revision }: Verification) {
  return queryOptions({
    queryKey: ['documents', reference, revision],
    queryFn: async ({ signal, client }) => {
      const documents = await api.call(readDocuments, signal);
      requireSamePerson(client, documents.reference, reference);
      return documents;
    },
    // The screen that waits for the list would ask again with each of its parts, and wait again.
    retryOnMount: false,
    staleTime: 60_000,
    gcTime: 0,
  });
}

/** An SDK token for the person on the screen. */
export async function createAccessToken(client: QueryClient, api: Api, reference: string): Promise<string> {
  const answer = await api.call(endpoints.createAccessToken);
  requireSamePerson(client, answer.reference, reference);
  return answer.token;
}

/** Another tab of this browser may have signed somebody else in: their data never goes under this person's heading. */
function requireSamePerson(client: QueryClient, answered: string, shown: string): void {
  if (answered === shown) return;
  void refetchVerification(client);
  throw new ProblemError('session-required');
}
