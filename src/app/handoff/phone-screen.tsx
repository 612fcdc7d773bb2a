import type { ReactNode } from 'react';
import type { HandOffLook } from '#contract/hand-off';
import { useFormat } from '../i18n/use-format';
import { useLanguage } from '../i18n/use-language';
import { Button } from '../ui/button';
import { Loading } from '../ui/loading';
import { ProblemLine } from '../ui/problem-line';
import { ProblemScreen } from '../ui/problem-screen';
import { Screen } from '../ui/screen';
import { useBrand } from '../ui/use-brand';

export type ClosedReason = 'used' | 'expired' | 'cancelled' | 'unknown' | 'lost';

type OpenLook = Extract<HandOffLook, { is: 'open' }>;

export type PhoneView =
  | { is: 'loading' }
  | { is: 'problem'; error: Error; onTryAgain: () => void }
  | {
      is: 'confirm';
      look: OpenLook;
      isBusy: boolean;
      error: Error | null;
      onContinue: () => void;
      onRefuse: () => void;
    }
  | { is: 'refused' }
  | { is: 'own'; onShowCode: () => void; onHere: () => void }
  | { is: 'closed'; why: ClosedReason };

/** What the device shows that opened a link. */
export function PhoneScreen({ view }: { view: PhoneView }) {
  const { t } = useLanguage();
  switch (view.is) {
    case 'loading':
      return <Loading />;
    case 'problem':
      return <ProblemScreen error={view.error} onTryAgain={view.onTryAgain} />;
    case 'confirm':
      return <ConfirmScreen view={view} />;
    case 'refused':
      return (
        <Screen
          name="handoff-refused"
          title={t('handoff.refused.heading')}
          door="closed"
          heading={t('handoff.refused.heading')}
          lead={t('handoff.refused.lead')}
        />
      );
    case 'own':
      return (
        <Screen
          name="handoff-own"
          title={t('handoff.own.heading')}
          door="checking"
          heading={t('handoff.own.heading')}
          lead={t('handoff.own.lead')}
          actions={
            <>
              <Button onPress={view.onShowCode}>{t('handoff.begin.button')}</Button>
              <Button rank="quiet" onPress={view.onHere}>
                {t('handoff.here')}
              </Button>
            </>
          }
        />
      );
    case 'closed':
      return <ClosedScreen why={view.why} />;
  }
}

function ConfirmScreen({ view }: { view: Extract<PhoneView, { is: 'confirm' }> }) {
  const { t } = useLanguage();
  const { toTime } = useFormat();
  const { name } = useBrand();
  const { startedOn, startedAt, present } = view.look;
  const { browser, system } = startedOn;
  return (
    <Screen
      name="handoff-confirm"
      title={t('handoff.confirm.heading')}
      heading={t('handoff.confirm.heading')}
      lead={t('handoff.confirm.lead')}
      actions={
        <>
          <ProblemLine error={view.error} />
          <Button busy={view.isBusy} onPress={view.onContinue}>
            {t('handoff.confirm.continue')}
          </Button>
          <Button rank="quiet" onPress={view.onRefuse}>
            {t('handoff.confirm.refuse')}
          </Button>
        </>
      }
    >
      <dl className="card handoff-facts">
        <Fact name={t('handoff.confirm.what')}>
          <bdi>{name || t('product')}</bdi>
        </Fact>
        <Fact name={t('handoff.confirm.where')}>
          {browser && system
            ? t('handoff.confirm.device', { browser, system })
            : (browser ?? system ?? t('handoff.confirm.unknownDevice'))}
        </Fact>
        <Fact name={t('handoff.confirm.when')}>
          <time dateTime={startedAt}>{toTime(Date.parse(startedAt))}</time>
        </Fact>
      </dl>
      {present === 'somebody-else' && <p className="handoff-warning">{t('handoff.confirm.other')}</p>}
    </Screen>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="handoff-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ClosedScreen({ why }: { why: ClosedReason }) {
  const { t } = useLanguage();
  const text = {
    used: {
      heading: t('handoff.used.heading'),
      lead: t('handoff.used.lead', { button: t('handoff.disconnect') }),
    },
    expired: { heading: t('handoff.linkExpired.heading'), lead: t('handoff.linkExpired.lead') },
    cancelled: { heading: t('handoff.linkCancelled.heading'), lead: t('handoff.linkCancelled.lead') },
    unknown: { heading: t('handoff.linkUnknown.heading'), lead: t('handoff.linkUnknown.lead') },
    lost: { heading: t('handoff.linkLost.heading'), lead: t('handoff.linkLost.lead') },
  }[why];
  return (
    <Screen
      name={`handoff-link-${why}`}
      title={text.heading}
      door={why === 'lost' ? 'send-again' : 'closed'}
      heading={text.heading}
      lead={text.lead}
    />
  );
}
