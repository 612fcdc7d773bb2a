import { queryOptions } from '@tanstack/react-query';
import type { PageLanguage } from '#contract/language';
import type english from './reasons/en.json';

export interface Reason {
  what: string;
  instruction: string;
}

/** By IDnGO's reject label; only labels about photos and documents, which a person may be told. */
export type Reasons = Record<keyof typeof english, Reason>;

const packagedReasons: Record<PageLanguage, () => Promise<{ default: Reasons }>> = {
  en: () => import('./reasons/en.json'),
  ru: () => import('./reasons/ru.json'),
  kk: () => import('./reasons/kk.json'),
  ar: () => import('./reasons/ar.json'),
};

export function reasonsQuery(page: PageLanguage) {
  return queryOptions({
    queryKey: ['reasons', page],
    queryFn: async () => (await packagedReasons[page]()).default,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Text for the first label that has one, otherwise a neutral text. */
export function toReason(reasons: Reasons, labels: readonly string[]): Reason {
  const known = labels.find((label): label is keyof Reasons => Object.hasOwn(reasons, label));
  return reasons[known ?? 'fallback'];
}
