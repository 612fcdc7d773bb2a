import type { Configuration } from '#contract/configuration';
import { useLanguage } from '../i18n/use-language';
import { ButtonLink } from '../ui/button';

/** The ways to a person: support first, then the appeal; false when the operator gave neither. */
export function hasContact(links: Configuration['links']): boolean {
  return links.support !== null || links.appeal !== null;
}

export function ContactActions({ links }: { links: Configuration['links'] }) {
  const { t } = useLanguage();
  const { support, appeal } = links;
  return (
    <>
      {support && <ButtonLink href={support}>{t('contactUs')}</ButtonLink>}
      {appeal && (
        <ButtonLink rank={support ? 'quiet' : 'primary'} href={appeal}>
          {t('askForReview')}
        </ButtonLink>
      )}
    </>
  );
}
