import { useEffect, useMemo, useRef, useState } from 'react';
import { type Scheme, schemes, type Theme } from '#contract/theme';
import { toPreviewAddress } from '#stand-in/preview-address';
import type { PreviewName } from '#stand-in/preview-names';
import { compileTheme } from '#theming/compile-theme';
import { useTexts } from '../i18n/use-texts';
import { useStudioState } from '../state/use-studio';
import { Select } from '../ui/select';
import { ToggleGroup } from '../ui/toggle-group';
import { toLook } from './to-look';

const screens = [
  'upload',
  'applicant-data',
  'welcome',
  'selfie',
  'approved',
  'rejected',
] as const satisfies PreviewName[];
type Shown = (typeof screens)[number];

/** One screen under the theme at hand and under the one that would replace it, which is somebody else's until it is taken. */
export function ImportPreview({ before, after }: { before: Theme; after: Theme }) {
  const { t } = useTexts();
  const [screen, setScreen] = useState<Shown>('upload');
  const [scheme, setScheme] = useState<Scheme>('light');
  return (
    <div className="exchange-preview">
      <div className="exchange-preview-tools">
        <Select
          label={t('exchange.screen')}
          labelAt="hidden"
          value={screen}
          onChange={setScreen}
          options={screens.map(id => ({ id, label: t(`stage.screen.${id}`) }))}
        />
        <ToggleGroup
          label={t('exchange.scheme')}
          labelAt="hidden"
          value={scheme}
          onChange={setScheme}
          options={schemes.map(id => ({ id, label: t(`exchange.scheme.${id}`) }))}
        />
      </div>
      <div className="exchange-preview-pair">
        <LookFrame title={t('exchange.before')} theme={before} screen={screen} scheme={scheme} />
        <LookFrame title={t('exchange.after')} theme={after} screen={screen} scheme={scheme} />
      </div>
      <p className="ui-hint">{t('exchange.look.remote')}</p>
    </div>
  );
}

function LookFrame({ title, theme, screen, scheme }: { title: string; theme: Theme; screen: Shown; scheme: Scheme }) {
  const { language } = useTexts();
  const frame = useRef<HTMLIFrameElement>(null);
  const fontFaces = useStudioState(state => state.fontFaces);
  const css = useMemo(() => compileTheme(theme, fontFaces), [theme, fontFaces]);
  const address = toPreviewAddress({ screen, language, scheme, remote: 'none' });
  const apply = () => {
    const look = toLook({ language, scheme, css, texts: theme.texts[language] });
    frame.current?.contentWindow?.postMessage(look, window.location.origin);
  };
  useEffect(apply);
  return (
    <figure className="exchange-look">
      <figcaption>{title}</figcaption>
      <div className="exchange-look-frame">
        <iframe ref={frame} title={title} src={address} onLoad={apply} style={{ colorScheme: scheme }} />
      </div>
    </figure>
  );
}
