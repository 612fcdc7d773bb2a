import { useQuery } from '@tanstack/react-query';
import { useDependencies } from '../dependencies';
import type english from './reasons/en.json';
import { useLanguage } from './use-language';

export interface Reason {
  what: string;
  instruction: string;
}

/** Said where no label has words: of a photo, of details that were typed, and of a verdict that names no document. */
export type NeutralReason = 'fallback' | 'details' | 'unnamed';

/** By IDnGO's reject label; only those of which a person is told. */
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

/** Text for the first label that has one, otherwise the neutral text. */
export function toReason(reasons: Reasons, labels: readonly string[], neutral: NeutralReason): Reason {
  const known = labels.find((label): label is keyof Reasons => Object.hasOwn(reasons, label));
  return reasons[known ?? neutral];
}
