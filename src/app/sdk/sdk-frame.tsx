import './sdk-frame.css';
import { useCallback, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import type { Configuration } from '#contract/configuration';
import { endpoints } from '#contract/endpoints';
import type { WebSdkEvent } from '#idngo/web-sdk';
import { useDependencies } from '../dependencies';
import { useLanguage, useRestartGuard } from '../i18n/use-language';
import { toSdkConfig } from './sdk-dialect';
import { createSdkSession, type SdkSession, type SdkSessionState } from './sdk-session';

const neverChanges = () => () => undefined;

/** The SDK's frame for one verification: it lives as long as `reference` stays the same, whatever else changes. */
export function SdkFrame({
  reference,
  configuration,
  onEvent,
  onFailure,
}: {
  reference: string;
  configuration: Configuration;
  onEvent: (event: WebSdkEvent) => void;
  onFailure: () => void;
}) {
  const { api, loadSdk, prefersDark } = useDependencies();
  const { asked, t } = useLanguage();
  const container = useRef<HTMLDivElement>(null);
  const [session, setSession] = useState<SdkSession>();
  const frameTitle = t('sdk.frameTitle');

  const create = useEffectEvent((element: HTMLElement) =>
    createSdkSession({
      loadSdk: () => loadSdk(configuration.provider.loaderUrl),
      origin: configuration.provider.origin,
      createAccessToken: async () => (await api.call(endpoints.createAccessToken)).token,
      config: toSdkConfig({
        language: asked,
        theme: prefersDark() ? 'dark' : 'light',
        themeUrl: configuration.themeUrl,
      }),
      frameTitle,
      container: element,
      onEvent: event => hear(event),
      onFailure: () => reportFailure(),
    }),
  );
  const hear = useEffectEvent(onEvent);
  const reportFailure = useEffectEvent(onFailure);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another verification needs another session.
  useEffect(() => {
    if (!container.current) return;
    const created = create(container.current);
    setSession(created);
    return () => created.destroy();
  }, [reference]);

  useEffect(() => session?.setLanguage(asked), [session, asked]);
  useEffect(() => session?.setFrameTitle(frameTitle), [session, frameTitle]);

  const state = useSyncExternalStore<SdkSessionState>(
    session?.subscribe ?? neverChanges,
    session?.getSnapshot ?? (() => 'loading'),
  );
  useRestartGuard(
    useCallback(() => session?.getSnapshot() === 'ready' && !session.switchesLanguageInPlace(), [session]),
  );

  return (
    <div className="sdk" data-state={state}>
      <div ref={container} className="sdk-container" />
      {state !== 'ready' && (
        <div className="sdk-overlay">
          {state === 'failed' ? (
            <SdkFailure supportUrl={configuration.links.support} onTryAgain={() => session?.relaunch()} />
          ) : (
            <p className="loading">
              <span className="spinner" aria-hidden="true" />
              <span role="status">{t(state === 'slow' ? 'sdk.slow' : 'sdk.loading')}</span>
            </p>
          )}
        </div>
      )}
    </div>
  );
}

function SdkFailure({ supportUrl, onTryAgain }: { supportUrl: string | null; onTryAgain: () => void }) {
  const { t } = useLanguage();
  return (
    <div className="sdk-failure" role="alert">
      <h2>{t('sdk.failed.heading')}</h2>
      <p className="lead">{t('sdk.failed.text')}</p>
      <button type="button" className="button button-primary" onClick={onTryAgain}>
        {t('tryAgain')}
      </button>
      {supportUrl && (
        <a className="button button-quiet" href={supportUrl}>
          {t('footer.help')}
        </a>
      )}
    </div>
  );
}
