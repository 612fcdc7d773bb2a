import './sdk-frame.css';
import { type ReactNode, useCallback, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import type { Configuration } from '#contract/configuration';
import type { WebSdkEvent } from '#idngo/web-sdk';
import { useDependencies } from '../dependencies';
import { useLanguage, useRestartGuard } from '../i18n/use-language';
import { toSdkConfig } from './sdk-dialect';
import { createSdkSession, type SdkSession, type SdkSessionState } from './sdk-session';

const neverChanges = () => () => undefined;

/** The SDK's frame: launched once, it survives whatever else changes until it is unmounted. */
export function SdkFrame({
  configuration,
  createAccessToken,
  onEvent,
  onFailure,
  renderFailure,
}: {
  configuration: Configuration;
  createAccessToken: () => Promise<string>;
  onEvent: (event: WebSdkEvent) => void;
  onFailure: () => void;
  /** `cause` is undefined when the frame stayed silent. */
  renderFailure: (cause: unknown, tryAgain: () => void) => ReactNode;
}) {
  const { loadSdk, prefersDark } = useDependencies();
  const { asked, t } = useLanguage();
  const container = useRef<HTMLDivElement>(null);
  const [session, setSession] = useState<SdkSession>();
  const [failure, setFailure] = useState<unknown>();
  const frameTitle = t('sdk.frameTitle');

  const create = useEffectEvent((element: HTMLElement) =>
    createSdkSession({
      loadSdk: () => loadSdk(configuration.provider.loaderUrl),
      origin: configuration.provider.origin,
      createAccessToken,
      config: toSdkConfig({
        language: asked,
        theme: prefersDark() ? 'dark' : 'light',
        themeUrl: configuration.themeUrl,
      }),
      frameTitle,
      container: element,
      onEvent: event => hear(event),
      onFailure: cause => reportFailure(cause),
    }),
  );
  const hear = useEffectEvent(onEvent);
  const reportFailure = useEffectEvent((cause: unknown) => {
    setFailure(cause);
    onFailure();
  });

  useEffect(() => {
    if (!container.current) return;
    const created = create(container.current);
    setSession(created);
    return () => created.destroy();
  }, []);

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
            renderFailure(failure, () => {
              setFailure(undefined);
              session?.relaunch();
            })
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
