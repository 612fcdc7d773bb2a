import { useLocation } from 'wouter';
import { useLanguage } from '../i18n/use-language';
import { routes } from '../routes';
import { Button } from '../ui/button';
import { Screen } from '../ui/screen';

export function UnfinishedScreen() {
  const { t } = useLanguage();
  const [, navigate] = useLocation();
  return (
    <Screen
      name="unfinished"
      title={t('title.unfinished')}
      heading={t('unfinished.heading')}
      lead={t('unfinished.lead')}
      actions={<Button onPress={() => navigate(routes.verify)}>{t('start.resume')}</Button>}
    />
  );
}
