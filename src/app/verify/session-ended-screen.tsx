import { useLanguage } from '../i18n/use-language';
import { Button, ButtonLink } from '../ui/button';
import { Screen } from '../ui/screen';

/** How somebody whose session has ended goes on: where they came from, or as somebody new. */
export type Resume = { by: 'return'; url: string | null } | { by: 'start'; onStart: () => void };

export function SessionEndedScreen({ resume }: { resume: Resume }) {
  const { t } = useLanguage();
  return (
    <Screen
      name="verify-ended"
      title={t('title.problem')}
      door="closed"
      heading={t('problem.session.heading')}
      lead={t('verify.ended.lead')}
      actions={
        resume.by === 'start' ? (
          <Button onPress={resume.onStart}>{t('start.begin')}</Button>
        ) : (
          resume.url && <ButtonLink href={resume.url}>{t('goBack')}</ButtonLink>
        )
      }
    >
      <p className="note">{t(`verify.ended.${resume.by}`)}</p>
    </Screen>
  );
}
