import sdk from '@sumsub/websdk';
import { useEffect, useRef, useState } from 'react';
import type { LinkToken } from '../frame-contract';
import type { Texts } from '../texts';
import { Loader } from './loader';

interface LaunchedSdkProps {
  link: LinkToken;
  theme: 'light' | 'dark';
  texts: Texts;
  /** Gets a fresh access token for the same link. */
  renew: () => Promise<string>;
  onFailed: () => void;
}

const patienceMs = 20_000;

/** The published loader, over the whole page, on the server that served it. */
export function LaunchedSdk({ link, theme, texts, renew, onFailed }: LaunchedSdkProps) {
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef({ renew, onFailed });
  latest.current = { renew, onFailed };
  const [progress, setProgress] = useState<'starting' | 'shown' | 'step-done'>('starting');
  const title = texts.say('link.title');
  const { accessToken, lang } = link;

  useEffect(() => {
    if (!container.current) return;
    // A frame that cannot be reached tells the page nothing at all.
    const watchdog = setTimeout(() => latest.current.onFailed(), patienceMs);
    const instance = sdk
      .init(accessToken, () => latest.current.renew())
      .withBaseUrl(window.location.origin)
      .withConf({ ...(lang ? { lang } : {}), theme })
      .withOptions({ addViewportTag: false, adaptIframeHeight: true })
      .on('idCheck.onInitialized', () => {
        clearTimeout(watchdog);
        setProgress('shown');
      })
      .on('idCheck.onStepCompleted', () => setProgress('step-done'))
      .build();
    instance.launch(container.current);
    container.current.querySelector('iframe')?.setAttribute('title', title);
    return () => {
      clearTimeout(watchdog);
      instance.destroy();
    };
  }, [accessToken, lang, theme, title]);

  return (
    <main className="link-page">
      {progress === 'starting' && <Loader texts={texts} />}
      <div className={progress === 'starting' ? 'link-frame starting' : 'link-frame'} ref={container} />
      <p className="link-note" role="status">
        {progress === 'step-done' && link.goesBack && texts.say('link.goBack')}
      </p>
    </main>
  );
}
