import { useQuery } from '@tanstack/react-query';
import type { Verification } from '#contract/verification';
import { documentsQuery } from '../api/person-calls';
import { useDependencies } from '../dependencies';
import { useLanguage } from '../i18n/use-language';
import { DocumentCards } from './document-cards';
import { toDocumentItems } from './document-items';

/** What has to be sent again and what is accepted; without it the frame still knows what to ask for. */
export function DocumentList({ verification }: { verification: Verification }) {
  const { t } = useLanguage();
  const { api } = useDependencies();
  const documents = useQuery(documentsQuery(api, verification));
  if (documents.data) {
    return (
      <>
        {documents.data.comment && (
          <p className="card" dir="auto">
            {documents.data.comment}
          </p>
        )}
        <DocumentCards items={toDocumentItems(documents.data)} />
      </>
    );
  }
  if (documents.error) {
    return (
      <p className="note">
        {t('actionNeeded.listFailed')}{' '}
        <button type="button" className="text-button" onClick={() => void documents.refetch()}>
          {t('tryAgain')}
        </button>
      </p>
    );
  }
  return (
    <p className="loading">
      <span className="spinner" aria-hidden="true" />
      {t('loading')}
    </p>
  );
}
