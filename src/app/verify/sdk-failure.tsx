import { useLanguage } from '../i18n/use-language';
import { Button, ButtonLink } from '../ui/button';
import { useProblemText } from '../ui/problem-screen';

/** Why there is no frame, in the words of its cause; a frame that stayed silent has words of its own. */
export function SdkFailure({
  cause,
  supportUrl,
  onTryAgain,
}: {
  cause: unknown;
  supportUrl: string | null;
  onTryAgain: () => void;
}) {
  const { t } = useLanguage();
  const problem = useProblemText(cause instanceof Error ? cause : null);
  return (
    <div className="sdk-failure" role="alert">
      <h2>{problem?.heading ?? t('sdk.failed.heading')}</h2>
      <p className="lead">{problem?.text ?? t('sdk.failed.text')}</p>
      <Button onPress={onTryAgain}>{t('tryAgain')}</Button>
      {supportUrl && (
        <ButtonLink rank="quiet" href={supportUrl}>
          {t('footer.help')}
        </ButtonLink>
      )}
    </div>
  );
}
