import './verify-screen.css';
import { type ReactNode, useEffect } from 'react';
import type { Configuration } from '#contract/configuration';
import type { Translate } from '../i18n/translate';
import { useLanguage } from '../i18n/use-language';
import type { SdkSessionState } from '../sdk/sdk-session';
import { Button } from '../ui/button';
import { useAnnounce } from '../ui/live-region';
import { Screen } from '../ui/screen';
import { ConnectionLine } from './connection-line';
import { SdkFailurePanel } from './sdk-failure-panel';

/** The frame, given as `children`, with what lies over it until it can be used. */
export function VerifyScreen({
  view,
  isOnline,
  links,
  onTryAgain,
  onReopen,
  onOtherDevice,
  children,
}: {
  view: SdkSessionState;
  isOnline: boolean;
  links: Configuration['links'];
  onTryAgain: () => void;
  onReopen: () => void;
  onOtherDevice: () => void;
  children: ReactNode;
}) {
  const { t } = useLanguage();
  const progress = toProgress(view, t);
  const announce = useAnnounce();
  useEffect(() => (progress ? announce(progress) : undefined), [progress, announce]);
  return (
    <Screen
      name="verify"
      title={t(view.is === 'failed' ? 'title.problem' : 'title.verify')}
      heading={t('verify.heading')}
      headingHidden
    >
      <ConnectionLine isOnline={isOnline} />
      <div className="sdk" data-state={view.is}>
        <div inert={view.is !== 'ready'}>{children}</div>
        {view.is !== 'ready' && (
          <div className="sdk-overlay">
            {view.is === 'failed' ? (
              <SdkFailurePanel view={view} links={links} onTryAgain={onTryAgain} onOtherDevice={onOtherDevice} />
            ) : (
              <p className="loading">
                <span className="spinner" aria-hidden="true" />
                {progress}
              </p>
            )}
          </div>
        )}
      </div>
      {view.is === 'ready' && (
        <details className="stuck">
          <summary>{t('verify.stuck.heading')}</summary>
          <p className="note">{t('verify.stuck.text')}</p>
          <Button rank="secondary" onPress={onReopen}>
            {t('verify.stuck.reopen')}
          </Button>
          <Button rank="quiet" onPress={onOtherDevice}>
            {t('verify.otherDevice')}
          </Button>
        </details>
      )}
    </Screen>
  );
}

function toProgress({ is }: SdkSessionState, t: Translate): string | undefined {
  switch (is) {
    case 'loading':
      return t('sdk.loading');
    case 'slow':
      return t('sdk.slow');
    case 'ready':
      return t('sdk.ready');
    case 'failed':
      return undefined;
  }
}
