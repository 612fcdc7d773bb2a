import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Verification } from '#contract/verification';
import { documentsQuery } from '../api/person-calls';
import { useDependencies } from '../dependencies';
import { useLanguage } from '../i18n/use-language';
import { routes } from '../routes';
import { Button } from '../ui/button';
import { Screen } from '../ui/screen';
import { isPhoto, isWanted, toDocumentItems } from './document-items';
import { DocumentList } from './document-list';

export function ActionNeededScreen({ verification }: { verification: Verification }) {
  const { t } = useLanguage();
  const { api } = useDependencies();
  const [, navigate] = useLocation();
  const documents = useQuery(documentsQuery(api, verification));
  const items = documents.data ? toDocumentItems(documents.data) : [];
  const wanted = items.filter(isWanted);
  const count = wanted.length;
  const arePhotos = count > 0 && wanted.every(isPhoto);
  const isRestAccepted = count < items.length && items.every(item => isWanted(item) || item.verdict === 'accepted');
  return (
    <Screen
      name="action-needed"
      title={t('title.actionNeeded')}
      door="send-again"
      heading={arePhotos ? t('actionNeeded.photos', { count }) : t('actionNeeded.heading')}
      lead={t(isRestAccepted ? 'actionNeeded.leadRest' : 'actionNeeded.lead')}
      actions={
        <Button onPress={() => navigate(routes.verify)}>
          {arePhotos ? t('actionNeeded.open', { count }) : t('actionNeeded.openAny')}
        </Button>
      }
    >
      <DocumentList verification={verification} />
    </Screen>
  );
}
