import { useEffect } from 'react';
import { useLanguage } from '../i18n/use-language';
import { Button, ButtonLink } from '../ui/button';
import { CopiedLink } from '../ui/copied-link';
import { useAnnounce } from '../ui/live-region';
import { Loading } from '../ui/loading';
import { Screen } from '../ui/screen';
import { CameraPreview } from './camera-preview';
import type { ProblemView, Way } from './device-view';
import type { DeviceProblem } from './problem';

export type DeviceView =
  | { is: 'checking' }
  | ({ is: 'problem'; check: 'first' | 'running' | 'same' } & ProblemView)
  | { is: 'ready' }
  | { is: 'asking' }
  /** Without a stream where there is no camera, as in the gallery. */
  | { is: 'live'; stream: MediaStream | undefined };

export interface DeviceScreenProps {
  view: DeviceView;
  /** Where the person goes on in another browser. */
  address: string;
  /** The same page, by https. */
  secureAddress: string;
  isPhone: boolean;
  onCopy: () => Promise<boolean>;
  onCheckAgain: () => void;
  onTestCamera: () => void;
  onStopCamera: () => void;
  onGoOn: () => void;
  onPhone: () => void;
}

export function DeviceScreen(props: DeviceScreenProps) {
  const { view, onTestCamera, onStopCamera, onGoOn } = props;
  const { t } = useLanguage();
  const title = t('device.title');

  switch (view.is) {
    case 'checking':
      return <Loading />;
    case 'problem':
      return <ProblemOfDevice {...props} view={view} />;
    case 'ready':
      return (
        <Screen
          name="device-ready"
          title={title}
          door="open"
          heading={t('device.ready.heading')}
          lead={t('device.ready.lead')}
          actions={
            <>
              <Button onPress={onGoOn}>{t('device.continue')}</Button>
              <Button rank="quiet" onPress={onTestCamera}>
                {t('device.testCamera')}
              </Button>
            </>
          }
        />
      );
    case 'asking':
      return (
        <Screen
          name="device-asking"
          title={title}
          door="checking"
          heading={t('device.asking.heading')}
          lead={t('device.asking.lead')}
        />
      );
    case 'live':
      return (
        <Screen
          name="device-live"
          title={title}
          heading={t('device.live.heading')}
          lead={t('device.live.lead')}
          actions={
            <>
              <Button onPress={onGoOn}>{t('device.continue')}</Button>
              <Button rank="quiet" onPress={onStopCamera}>
                {t('device.stopCamera')}
              </Button>
            </>
          }
        >
          <CameraPreview stream={view.stream} />
        </Screen>
      );
  }
}

function ProblemOfDevice(props: DeviceScreenProps & { view: Extract<DeviceView, { is: 'problem' }> }) {
  const { problem, steps, ways, check } = props.view;
  const { t } = useLanguage();
  const announce = useAnnounce();
  const same = t(`device.${toSameWords(props.view)}`);

  useEffect(() => {
    // Taken back with the next try, or the same words would not be read out again.
    return check === 'same' ? announce(same) : undefined;
  }, [check, same, announce]);

  return (
    <Screen
      name={`device-${problem.is}`}
      title={t('device.title')}
      door="closed"
      heading={t(`device.${problem.is}.heading`)}
      lead={<Lead problem={problem} />}
      actions={ways.map((way, index) => (
        <WayOut key={way} way={way} rank={index === 0 ? 'primary' : 'quiet'} {...props} />
      ))}
    >
      {steps.length > 0 && (
        <ol className="card device-steps">
          {steps.map(step => (
            <li key={step}>{t(`device.step.${step}`)}</li>
          ))}
        </ol>
      )}
      {check === 'same' && <p className="note">{same}</p>}
    </Screen>
  );
}

/** What is said where another try has found the same. */
function toSameWords({ problem, steps }: ProblemView) {
  if (problem.is === 'cameraDenied' || problem.is === 'cameraDeniedBySystem') return 'stillBlocked';
  return steps.length > 0 ? 'same' : 'sameAlone';
}

function Lead({ problem }: { problem: DeviceProblem }) {
  const { t } = useLanguage();
  if (problem.is !== 'inApp') return t(`device.${problem.is}.lead`);
  return problem.app === null ? t('device.inApp.leadUnnamed') : t('device.inApp.lead', { app: problem.app });
}

function WayOut({ way, rank, ...props }: { way: Way; rank: 'primary' | 'quiet' } & DeviceScreenProps) {
  const { t } = useLanguage();
  switch (way) {
    case 'check-again':
      return (
        <Button
          rank={rank}
          busy={props.view.is === 'problem' && props.view.check === 'running'}
          onPress={props.onCheckAgain}
        >
          {t('tryAgain')}
        </Button>
      );
    case 'open-camera':
      return (
        <Button rank={rank} onPress={props.onTestCamera}>
          {t('tryAgain')}
        </Button>
      );
    case 'copy-link':
      // Apps often keep the clipboard from their pages, so the address itself appears as soon as it is asked for.
      return (
        <CopiedLink
          link={props.address}
          appears="when-asked-for"
          rank={rank}
          words={{
            link: t('device.link'),
            copy: t('device.copyLink'),
            copied: t('device.copied'),
            byHand: t('device.notCopied'),
          }}
          onCopy={props.onCopy}
        />
      );
    case 'secure':
      return (
        <ButtonLink rank={rank} href={props.secureAddress}>
          {t('device.secure')}
        </ButtonLink>
      );
    case 'files':
    case 'go-on':
      return (
        <Button rank={rank} onPress={props.onGoOn}>
          {t(way === 'files' ? 'device.files' : 'device.goOn')}
        </Button>
      );
    case 'phone':
      return (
        <Button rank={rank} onPress={props.onPhone}>
          {t(props.isPhone ? 'device.otherDevice' : 'start.phone')}
        </Button>
      );
  }
}
