import { createContext, useContext } from 'react';
import type { StudioLanguage, StudioTranslate } from './studio-texts';

export interface StudioLanguageChoice {
  language: StudioLanguage;
  t: StudioTranslate;
  choose(language: StudioLanguage): Promise<void>;
}

export const StudioLanguageContext = createContext<StudioLanguageChoice | undefined>(undefined);

export function useTexts(): StudioLanguageChoice {
  const choice = useContext(StudioLanguageContext);
  if (!choice) throw new Error('Nothing of the studio is said outside of it');
  return choice;
}
