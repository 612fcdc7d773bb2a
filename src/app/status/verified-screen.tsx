import type { Configuration } from '#contract/configuration';
import type { Verification } from '#contract/verification';
import { useLanguage } from '../i18n/use-language';
import { ButtonLink } from '../ui/button';
import { Screen } from '../ui/screen';
import { useWhen } from '../ui/use-when';
import { RecognisedData } from './recognised-data';

export function VerifiedScreen({ verification, links }: { verification: Verification; links: Configuration['links'] }) {
  const { t } = useLanguage();
  const toWhen = useWhen();
  const { changedAt } = verification;
  return (
    <Screen
      name="verified"
      title={t('title.verified')}
      door="open"
      heading={t('verified.heading')}
      lead={changedAt ? t('verified.lead', { when: toWhen(changedAt) }) : t('verified.leadUndated')}
      actions={links.return && <ButtonLink href={links.return}>{t('continue')}</ButtonLink>}
    >
      {!links.return && <p className="lead">{t('verified.elsewhere')}</p>}
      <RecognisedData verification={verification} />
      <p className="note">{t('verified.note')}</p>
    </Screen>
  );
}
