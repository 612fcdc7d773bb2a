import { type RefObject, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { Scheme } from '#contract/theme';
import type { Dictionary } from '#theming/to-dictionary';
import { loadSdk } from '../../sdk/load-sdk';
import { toSdkFailure } from '../../sdk/sdk-failure';
import { createSdkSession, type SdkSession, type SdkSessionState } from '../../sdk/sdk-session';
import { useStageApi } from './stage-api';

export interface WidgetLook {
  css: string;
  language: string;
  scheme: Scheme;
  texts: Dictionary | undefined;
}

const loading: SdkSessionState = { is: 'loading' };
const neverChanges = () => () => undefined;

/** The provider's own widget in `container`, launched with a look; another look takes another `launch`. */
export function useWidget({
  container,
  origin,
  launch,
  look,
  frameTitle,
}: {
  container: RefObject<HTMLDivElement | null>;
  origin: string;
  launch: number;
  look: WidgetLook;
  frameTitle: string;
}): { state: SdkSessionState; tryAgain: () => void } {
  const api = useStageApi();
  const [session, setSession] = useState<SdkSession>();
  const create = useEffectEvent((element: HTMLElement) =>
    createSdkSession({
      loadSdk: () => loadSdk(null),
      origin,
      createAccessToken: api.createAccessToken,
      config: {
        lang: look.language,
        theme: look.scheme,
        uiConf: { customCssStr: look.css },
        ...(look.texts && { i18n: look.texts }),
      },
      frameTitle,
      container: element,
      onEvent: () => undefined,
      toFailure: cause => toSdkFailure(cause, { now: Date.now(), isOnline: navigator.onLine }),
      isVisible: () => document.visibilityState === 'visible',
    }),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: each launch is another session
  useEffect(() => {
    if (!container.current) return;
    const created = create(container.current);
    setSession(created);
    return () => created.destroy();
  }, [container, launch]);
  useEffect(() => session?.setLanguage(look.language), [session, look.language]);
  useEffect(() => session?.setTheme(look.scheme), [session, look.scheme]);
  useEffect(() => session?.setFrameTitle(frameTitle), [session, frameTitle]);

  const state = useSyncExternalStore(session?.subscribe ?? neverChanges, session?.getSnapshot ?? (() => loading));
  return { state, tryAgain: () => session?.tryAgain() };
}
