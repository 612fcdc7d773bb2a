import './verify-screen.css';
import type { ReactNode } from 'react';
import type { Configuration } from '#contract/configuration';
import { useLanguage } from '../i18n/use-language';
import type { SdkSessionState } from '../sdk/sdk-session';
import { Button } from '../ui/button';
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
                <span role="status">{t(view.is === 'slow' ? 'sdk.slow' : 'sdk.loading')}</span>
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
