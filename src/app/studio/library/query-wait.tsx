import type { UseQueryResult } from '@tanstack/react-query';
import { useTexts } from '../i18n/use-texts';
import { Button } from '../ui/button';

/** While a list is on its way, and where it does not come. */
export function QueryWait({ query, failed }: { query: UseQueryResult; failed: string }) {
  const { t } = useTexts();
  if (query.isPending) return <p className="ui-hint">{t('library.drafts.loading')}</p>;
  if (!query.isError) return null;
  return (
    <p className="library-bad" role="alert">
      {failed}{' '}
      <Button isSmall onPress={() => void query.refetch()}>
        {t('library.failed.again')}
      </Button>
    </p>
  );
}
