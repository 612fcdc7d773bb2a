import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import { useDependencies } from '../dependencies';
import type { LanguageChoice } from './i18n';

export function useLanguage(): LanguageChoice {
  const { language } = useDependencies();
  return useSyncExternalStore(language.subscribe, language.getSnapshot);
}

/** True while a change of language would restart something that the person is in the middle of. */
export type RestartGuard = { current: (() => boolean) | undefined };
export const RestartGuardContext = createContext<RestartGuard>({ current: undefined });

export function useRestartGuard(needsRestart: () => boolean): void {
  const guard = useContext(RestartGuardContext);
  useEffect(() => {
    guard.current = needsRestart;
    return () => {
      guard.current = undefined;
    };
  }, [guard, needsRestart]);
}
