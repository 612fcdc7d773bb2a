import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Api } from '../../api/http';
import type { DraftKeeper } from './draft-keeper';

/** The studio's way to the backend. */
export interface Desk {
  api: Api;
  client: QueryClient;
  keeper: DraftKeeper;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('The studio asks the backend at its desk, and there is none here');
  return desk;
}
