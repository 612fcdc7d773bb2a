import { useLocation } from 'wouter';
import type { Configuration } from '#contract/configuration';
import type { ChangedRemedy, Verification } from '#contract/verification';
import { useLanguage } from '../i18n/use-language';
import { routes } from '../routes';
import { Button } from '../ui/button';
import { Screen } from '../ui/screen';
import { ContactActions, hasContact } from './contact-actions';
import { DocumentList } from './document-list';
import { useWhen } from './use-when';

const remedyTexts = { resubmit: 'changed.resubmit', 'start-again': 'changed.startAgain' } as const;

export function ChangedScreen({
  verification,
  links,
}: {
  verification: Extract<Verification, { status: 'changed' }>;
  links: Configuration['links'];
}) {
  const { t } = useLanguage();
  const toWhen = useWhen();
  const { changedAt, remedy } = verification;
  const contactText = hasContact(links) ? 'changed.contact' : 'changed.elsewhere';
  return (
    <Screen
      name="changed"
      title={t('title.changed')}
      door="closed"
      heading={t('changed.heading')}
      lead={changedAt ? t('changed.lead', { when: toWhen(changedAt) }) : t('changed.leadUndated')}
      actions={<RemedyActions remedy={remedy} links={links} />}
    >
      <section className="card">
        <h2>{t('whatYouCanDo')}</h2>
        <p>{t(remedy === 'contact' ? contactText : remedyTexts[remedy])}</p>
      </section>
      {remedy === 'resubmit' && <DocumentList verification={verification} />}
    </Screen>
  );
}

function RemedyActions({ remedy, links }: { remedy: ChangedRemedy; links: Configuration['links'] }) {
  const { t } = useLanguage();
  const [, navigate] = useLocation();
  switch (remedy) {
    case 'resubmit':
      return <Button onPress={() => navigate(routes.verify)}>{t('actionNeeded.openAny')}</Button>;
    case 'start-again':
      return <Button onPress={() => navigate(routes.verify)}>{t('changed.begin')}</Button>;
    case 'contact':
      return hasContact(links) ? <ContactActions links={links} /> : null;
  }
}
