import type { Device, HandOff } from '#contract/hand-off';
import { useFormat } from '../i18n/use-format';
import { useLanguage } from '../i18n/use-language';
import { Button } from '../ui/button';
import { List } from '../ui/list';
import { Loading } from '../ui/loading';
import { ProblemLine } from '../ui/problem-line';
import { ProblemScreen } from '../ui/problem-screen';
import { Screen } from '../ui/screen';
import { LinkForPhone } from './link-for-phone';
import { QrCode } from './qr-code';

interface Ending {
  isBusy: boolean;
  error: Error | null;
  onEnd: () => void;
}

export type ComputerView =
  | { is: 'loading' }
  | { is: 'problem'; error: Error; onTryAgain: () => void }
  | { is: 'begin'; isBusy: boolean; error: Error | null; onBegin: () => void }
  | ({ is: 'waiting'; link: string; until: number } & Ending)
  | ({ is: 'connected'; device: Device; at: string; onHere: () => void } & Ending)
  | {
      is: 'over';
      why: Extract<HandOff['state'], 'expired' | 'cancelled' | 'replaced'>;
      onNew: () => void;
      onHere: () => void;
    };

/** What the device shows where the person began. */
export function ComputerScreen({ view }: { view: ComputerView }) {
  const { t } = useLanguage();
  switch (view.is) {
    case 'loading':
      return <Loading />;
    case 'problem':
      return <ProblemScreen error={view.error} onTryAgain={view.onTryAgain} />;
    case 'begin':
      return (
        <Screen
          name="handoff-begin"
          title={t('handoff.waiting.heading')}
          heading={t('handoff.waiting.heading')}
          lead={t('handoff.begin.lead')}
          actions={
            <>
              <ProblemLine error={view.error} />
              <Button busy={view.isBusy} onPress={view.onBegin}>
                {t('handoff.begin.button')}
              </Button>
            </>
          }
        />
      );
    case 'waiting':
      return <WaitingScreen view={view} />;
    case 'connected':
      return <ConnectedScreen view={view} />;
    case 'over':
      return (
        <Screen
          name={`handoff-${view.why}`}
          title={t(`handoff.${view.why}.heading`)}
          door="closed"
          heading={t(`handoff.${view.why}.heading`)}
          lead={t(`handoff.${view.why}.lead`)}
          actions={
            <>
              <Button onPress={view.onNew}>{t('handoff.new')}</Button>
              <Button rank="quiet" onPress={view.onHere}>
                {t('handoff.here')}
              </Button>
            </>
          }
        />
      );
  }
}

function WaitingScreen({ view }: { view: Extract<ComputerView, { is: 'waiting' }> }) {
  const { t } = useLanguage();
  const { toTime } = useFormat();
  return (
    <Screen
      name="handoff-waiting"
      title={t('handoff.waiting.heading')}
      heading={t('handoff.waiting.heading')}
      lead={t('handoff.waiting.lead')}
    >
      <div className="card handoff-code">
        <QrCode text={view.link} label={t('handoff.qr')} />
        <p className="loading handoff-state">
          <span className="spinner" aria-hidden="true" />
          {t('handoff.waiting.state')}
        </p>
      </div>
      <List as="ol" className="handoff-steps" aria-label={t('handoff.steps')}>
        <li>{t('handoff.step.scan')}</li>
        <li>{t('handoff.step.confirm', { button: t('handoff.confirm.continue') })}</li>
        <li>{t('handoff.step.send')}</li>
      </List>
      <LinkForPhone link={view.link} />
      <p className="note">{t('handoff.until', { time: toTime(view.until) })}</p>
      {/* Not at the bottom of the window, where it would lie over the link. */}
      <div className="handoff-cancel">
        <ProblemLine error={view.error} />
        <Button rank="quiet" busy={view.isBusy} onPress={view.onEnd}>
          {t('handoff.cancel')}
        </Button>
      </div>
    </Screen>
  );
}

function ConnectedScreen({ view }: { view: Extract<ComputerView, { is: 'connected' }> }) {
  const { t } = useLanguage();
  const { toTime } = useFormat();
  const { browser, system } = view.device;
  const time = toTime(Date.parse(view.at));
  return (
    <Screen
      name="handoff-connected"
      title={t('handoff.connected.heading')}
      door="checking"
      heading={t('handoff.connected.heading')}
      lead={t('handoff.connected.lead')}
      actions={
        <>
          <ProblemLine error={view.error} />
          <Button rank="secondary" onPress={view.onHere}>
            {t('handoff.here')}
          </Button>
          <Button rank="quiet" busy={view.isBusy} onPress={view.onEnd}>
            {t('handoff.disconnect')}
          </Button>
        </>
      }
    >
      <div className="card">
        <h2>
          {browser && system
            ? t('handoff.connected.device', { browser, system, time })
            : t('handoff.connected.since', { time })}
        </h2>
        <p>{t('handoff.connected.notYours')}</p>
      </div>
    </Screen>
  );
}
