import { useQuery } from '@tanstack/react-query';
import type { Configuration } from '#contract/configuration';
import { configurationQuery } from '../api/queries';
import { useDependencies } from '../dependencies';
import { useLanguage } from '../i18n/use-language';

/** Under whose name the page stands; the name is empty while that is not known. */
export function useBrand(): { name: string; logo: Configuration['brand']['logo'] } {
  const { api } = useDependencies();
  const { t } = useLanguage();
  const { data } = useQuery(configurationQuery(api));
  return { name: data ? (data.brand.name ?? t('product')) : '', logo: data?.brand.logo ?? null };
}
