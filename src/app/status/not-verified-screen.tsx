import type { Configuration } from '#contract/configuration';
import type { Verification } from '#contract/verification';
import { useLanguage } from '../i18n/use-language';
import { Screen } from '../ui/screen';
import { useWhen } from '../ui/use-when';
import { ContactActions, hasContact } from './contact-actions';

export function NotVerifiedScreen({
  verification,
  links,
}: {
  verification: Verification;
  links: Configuration['links'];
}) {
  const { t } = useLanguage();
  const toWhen = useWhen();
  const { changedAt } = verification;
  return (
    <Screen
      name="not-verified"
      title={t('title.notVerified')}
      door="closed"
      heading={t('notVerified.heading')}
      lead={changedAt ? t('notVerified.lead', { when: toWhen(changedAt) }) : t('notVerified.leadUndated')}
      actions={hasContact(links) && <ContactActions links={links} />}
    >
      <section className="card">
        <h2>{t('whatYouCanDo')}</h2>
        <p>{t(hasContact(links) ? 'notVerified.contact' : 'notVerified.elsewhere')}</p>
      </section>
    </Screen>
  );
}
