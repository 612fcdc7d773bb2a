import { useQuery } from '@tanstack/react-query';
import type { Verification } from '#contract/verification';
import { documentsQuery } from '../api/person-calls';
import { useDependencies } from '../dependencies';
import { useLanguage } from '../i18n/use-language';
import { DocumentCards, ReasonCard } from './document-cards';
import { toDocumentItems, toRequest } from './document-items';

/** What has to be sent again and what is accepted; without it the frame still knows what to ask for. */
export function DocumentList({ verification }: { verification: Verification }) {
  const { t } = useLanguage();
  const { api } = useDependencies();
  const documents = useQuery(documentsQuery(api, verification));
  if (documents.data) {
    const { comment, reasons } = documents.data;
    const items = toDocumentItems(documents.data);
    const isSaidBelow = items.some(item => item.comment === comment);
    return (
      <>
        {comment && !isSaidBelow && (
          <p className="card" dir="auto">
            {comment}
          </p>
        )}
        {toRequest(items).is === 'unnamed' && !comment && <ReasonCard labels={reasons} />}
        {items.length > 0 && <DocumentCards items={items} />}
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
