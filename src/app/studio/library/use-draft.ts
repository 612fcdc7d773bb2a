import { useSyncExternalStore } from 'react';
import { useDesk } from '../desk/desk';
import type { DraftState } from '../desk/draft-keeper';

export function useDraft(): DraftState {
  const { keeper } = useDesk();
  return useSyncExternalStore(keeper.subscribe, keeper.getSnapshot);
}
