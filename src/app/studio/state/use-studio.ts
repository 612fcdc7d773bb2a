import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Theme } from '#contract/theme';
import type { Studio, StudioState } from './studio';
import { themeOf } from './theme-history';

export const StudioContext = createContext<Studio | undefined>(undefined);

export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (!studio) throw new Error('Nothing of the studio is drawn outside of it');
  return studio;
}

export function useStudioState<T>(select: (state: StudioState) => T): T {
  return useStore(useStudio().store, select);
}

export function useTheme(): Theme {
  return useStudioState(state => themeOf(state.history));
}
