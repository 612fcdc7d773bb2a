import { useLocation } from 'wouter';
import type { Configuration } from '#contract/configuration';
import type { ChangedRemedy, Verification } from '#contract/verification';
import { useLanguage } from '../i18n/use-language';
import { routes } from '../routes';
import { Button } from '../ui/button';
import { Screen } from '../ui/screen';
import { useWhen } from '../ui/use-when';
import { ContactActions, hasContact } from './contact-actions';
import { DocumentList } from './document-list';
import { SendAgain, Tries } from './send-again';

export type Changed = Extract<Verification, { status: 'changed' }>;

export function ChangedScreen({
  verification,
  configuration,
}: {
  verification: Changed;
  configuration: Configuration;
}) {
  const { t } = useLanguage();
  const lead = useChangedLead(verification);
  const { remedy } = verification;
  return (
    <Screen
      name="changed"
      title={t('title.changed')}
      door="closed"
      heading={t('changed.heading')}
      lead={lead}
      actions={<RemedyActions verification={verification} links={configuration.links} />}
    >
      <p className="lead">{t('changed.effect')}</p>
      <section className="card">
        <h2>{t('whatYouCanDo')}</h2>
        <p>
          <RemedyText remedy={remedy} configuration={configuration} />
        </p>
      </section>
      {remedy === 'resubmit' && (
        <>
          <Tries verification={verification} />
          <DocumentList verification={verification} />
        </>
      )}
    </Screen>
  );
}

function useChangedLead({ approvedAt, changedAt }: Changed): string {
  const { t } = useLanguage();
  const toWhen = useWhen();
  if (changedAt === null) return t('changed.leadUndated');
  const withdrawn = toWhen(changedAt);
  if (approvedAt === null) return t('changed.leadWithdrawn', { withdrawn });
  return t('changed.lead', { approved: toWhen(approvedAt), withdrawn });
}

function RemedyText({
  remedy,
  configuration: { links, times },
}: {
  remedy: ChangedRemedy;
  configuration: Configuration;
}) {
  const { t } = useLanguage();
  switch (remedy) {
    case 'resubmit':
      return t('changed.resubmit');
    case 'start-again':
      return t('changed.startAgain', { count: times.checkMinutes });
    case 'contact':
      return t(hasContact(links) ? 'changed.contact' : 'changed.elsewhere');
  }
}

function RemedyActions({ verification, links }: { verification: Changed; links: Configuration['links'] }) {
  const { t } = useLanguage();
  const [, navigate] = useLocation();
  switch (verification.remedy) {
    case 'resubmit':
      return <SendAgain verification={verification} />;
    case 'start-again':
      return <Button onPress={() => navigate(routes.verify)}>{t('changed.begin')}</Button>;
    case 'contact':
      return hasContact(links) ? <ContactActions links={links} /> : null;
  }
}
