import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type * as v from 'valibot';
import type { PanelEventKind } from '../../control/panel-events-contract';
import type { PanelHttp } from './panel-http';

export const PanelHttpContext = createContext<PanelHttp | undefined>(undefined);

function usePanelHttp(): PanelHttp {
  const http = useContext(PanelHttpContext);
  if (http === undefined) throw new Error('usePanelHttp is called outside of PanelHttpContext');
  return http;
}

export function createPanelQueryClient(): QueryClient {
  // The sandbox is on this computer: what the browser believes about the network does not matter.
  const networkMode = 'always';
  return new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode }, mutations: { networkMode } },
  });
}

/** What the sandbox knows of one kind of things; read anew whenever it says that those have changed. */
export function useRead<TSchema extends v.GenericSchema>(kind: PanelEventKind, path: string, schema: TSchema) {
  const http = usePanelHttp();
  return useQuery({ queryKey: [kind, path], queryFn: () => http.read(path, schema) });
}

/** What stays as it is while the sandbox runs. */
export function useConstant<TSchema extends v.GenericSchema>(path: string, schema: TSchema) {
  const http = usePanelHttp();
  return useQuery({ queryKey: ['constant', path], queryFn: () => http.read(path, schema), staleTime: 'static' });
}

export async function readAnew(queryClient: QueryClient, kinds: readonly PanelEventKind[]): Promise<void> {
  await Promise.all(kinds.map(kind => queryClient.invalidateQueries({ queryKey: [kind] })));
}

/** One action of the reviewer; afterwards everything on the page is read anew. */
export function useAction<TInput, TAnswer>(run: (http: PanelHttp, input: TInput) => Promise<TAnswer>) {
  const http = usePanelHttp();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: TInput) => run(http, input),
    onSettled: () => queryClient.invalidateQueries(),
  });
}
