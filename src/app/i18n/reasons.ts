import { useQuery } from '@tanstack/react-query';
import { useDependencies } from '../dependencies';
import type english from './reasons/en.json';
import { useLanguage } from './use-language';

export interface Reason {
  what: string;
  instruction: string;
}

/** By IDnGO's reject label; only labels about photos and documents, which a person may be told. */
export type Reasons = Record<keyof typeof english, Reason>;

/** The reasons in the language of the page, else in English. */
export function useReasons() {
  const { language } = useDependencies();
  const { page } = useLanguage();
  return useQuery({
    queryKey: ['reasons', page],
    queryFn: () => language.loadReasons(page),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Text for the first label that has one, otherwise a neutral text. */
export function toReason(reasons: Reasons, labels: readonly string[]): Reason {
  const known = labels.find((label): label is keyof Reasons => Object.hasOwn(reasons, label));
  return reasons[known ?? 'fallback'];
}
