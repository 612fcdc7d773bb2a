import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { PanelApi } from './panel-api';

const pollIntervalMs = 1500;

export const PanelApiContext = createContext<PanelApi | undefined>(undefined);

export function usePanelApi(): PanelApi {
  const api = useContext(PanelApiContext);
  if (api === undefined) throw new Error('usePanelApi is called outside of PanelApiContext');
  return api;
}

export function createPanelQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The sandbox is on this computer: what the browser believes about the network does not matter.
      queries: { refetchInterval: pollIntervalMs, retry: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}

export function useApplicants() {
  const api = usePanelApi();
  return useQuery({ queryKey: ['applicants'], queryFn: () => api.readApplicants() });
}

export function useApplicant(applicantId: string) {
  const api = usePanelApi();
  return useQuery({ queryKey: ['applicant', applicantId], queryFn: () => api.readApplicant(applicantId) });
}

export function useDeliveries(applicantId: string | null) {
  const api = usePanelApi();
  return useQuery({ queryKey: ['deliveries', applicantId], queryFn: () => api.readDeliveries(applicantId) });
}

export function useRequests() {
  const api = usePanelApi();
  return useQuery({ queryKey: ['requests'], queryFn: () => api.readRequests() });
}

export function useLevelNames() {
  const api = usePanelApi();
  return useQuery({ queryKey: ['levels'], queryFn: () => api.readLevelNames(), refetchInterval: false });
}

/** One action of the reviewer; afterwards everything on the page is read anew. */
export function useAction<TInput>(run: (api: PanelApi, input: TInput) => Promise<void>) {
  const api = usePanelApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: TInput) => run(api, input),
    onSettled: () => queryClient.invalidateQueries(),
  });
}
