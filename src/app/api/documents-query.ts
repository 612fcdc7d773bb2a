import { queryOptions } from '@tanstack/react-query';
import { readDocuments } from '#contract/documents';
import type { Verification } from '#contract/verification';
import type { Api } from './http';
import { requireSamePerson } from './queries';

/** Only on screens that show them, and forgotten with the screen. */
export function documentsQuery(api: Api, { reference, revision }: Verification) {
  return queryOptions({
    queryKey: ['documents', reference, revision],
    queryFn: async ({ signal, client }) => {
      const documents = await api.call(readDocuments, signal);
      requireSamePerson(client, documents.reference, reference);
      return documents;
    },
    staleTime: 60_000,
    gcTime: 0,
  });
}
