import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import type { Configuration } from '#contract/configuration';
import type { WebSdkEvent } from '#idngo/web-sdk';
import { useDependencies } from '../dependencies';
import { useLanguage, useRestartGuard } from '../i18n/use-language';
import { readThemeTexts } from './read-theme-texts';
import { toSdkConfig } from './sdk-dialect';
import { toSdkFailure } from './sdk-failure';
import { createSdkSession, type SdkSession, type SdkSessionState } from './sdk-session';

const neverChanges = () => () => undefined;
const loading: SdkSessionState = { is: 'loading' };

/** The SDK's frame in `container`: launched once, it survives whatever else changes until it is unmounted. */
export function useSdkSession({
  configuration,
  createAccessToken,
  onEvent,
  onFailure,
}: {
  configuration: Configuration;
  createAccessToken: () => Promise<string>;
  onEvent: (event: WebSdkEvent) => void;
  onFailure: () => void;
}): {
  container: RefObject<HTMLDivElement | null>;
  view: SdkSessionState;
  tryAgain: () => void;
  relaunch: () => void;
} {
  const { api, loadSdk, now, colorScheme } = useDependencies();
  const { asked, t } = useLanguage();
  const container = useRef<HTMLDivElement>(null);
  const [session, setSession] = useState<SdkSession>();
  const theme = useSyncExternalStore(colorScheme.subscribe, colorScheme.getSnapshot);
  const frameTitle = t('sdk.frameTitle');

  const create = useEffectEvent((element: HTMLElement) =>
    createSdkSession({
      loadSdk: () => loadSdk(configuration.provider.loaderUrl),
      origin: configuration.provider.origin,
      createAccessToken,
      readTexts: () => readThemeTexts(api, configuration.themeTextsUrl),
      config: toSdkConfig({ language: asked, theme, themeUrl: configuration.themeUrl }),
      frameTitle,
      container: element,
      onEvent: event => hear(event),
      toFailure: cause => toSdkFailure(cause, { now: now(), isOnline: navigator.onLine }),
      isVisible: () => document.visibilityState === 'visible',
    }),
  );
  const hear = useEffectEvent(onEvent);
  const reportFailure = useEffectEvent(onFailure);

  useEffect(() => {
    if (!container.current) return;
    const created = create(container.current);
    setSession(created);
    return () => created.destroy();
  }, []);

  useEffect(() => session?.setLanguage(asked), [session, asked]);
  useEffect(() => session?.setTheme(theme), [session, theme]);
  useEffect(() => session?.setFrameTitle(frameTitle), [session, frameTitle]);

  const view = useSyncExternalStore(session?.subscribe ?? neverChanges, session?.getSnapshot ?? (() => loading));
  useEffect(() => {
    if (view.is === 'failed') reportFailure();
  }, [view]);
  useRestartGuard(useCallback(() => session?.restartsForLanguage() ?? false, [session]));

  return { container, view, tryAgain: () => session?.tryAgain(), relaunch: () => session?.relaunch() };
}
