import './widget-stage.css';
import { useEffect, useRef, useState } from 'react';
import type { StudioAnswer } from '#contract/studio';
import { toDictionary } from '#theming/to-dictionary';
import type { SdkFailure } from '../../sdk/sdk-failure';
import type { StudioTextKey } from '../i18n/studio-texts';
import { useTexts } from '../i18n/use-texts';
import { useStudioState, useTheme } from '../state/use-studio';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Pill } from '../ui/pill';
import { useStageApi } from './stage-api';
import { usePreviewDesk } from './use-preview-desk';
import { useWidget } from './use-widget';

type Installation = { is: 'asked' } | { is: 'known'; answer: StudioAnswer } | { is: 'failed' };

/** The provider's widget itself, by its own loader, under the theme as it was when it was launched. */
export function WidgetStage() {
  const { t } = useTexts();
  const api = useStageApi();
  const [installation, setInstallation] = useState<Installation>({ is: 'asked' });
  const [isWished, setIsWished] = useState(false);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks again
  useEffect(() => {
    let isCurrent = true;
    api.readInstallation().then(
      answer => isCurrent && setInstallation({ is: 'known', answer }),
      () => isCurrent && setInstallation({ is: 'failed' }),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, attempt]);

  if (installation.is === 'asked') return null;
  if (installation.is === 'failed') {
    return (
      <EmptyState
        title={t('stage.widget.notKnown')}
        action={<Button onPress={() => setAttempt(attempt + 1)}>{t('stage.widget.tryAgain')}</Button>}
      >
        {t('stage.widget.notKnownWhy')}
      </EmptyState>
    );
  }
  const { designer, provider } = installation.answer;
  if (!designer) return <EmptyState title={t('stage.widget.noRight')}>{t('stage.widget.noRightWhy')}</EmptyState>;
  // In the sandbox nothing is at stake; elsewhere a person is made in the operator's account.
  if (provider.environment === 'production' && !isWished) {
    return (
      <EmptyState
        title={t('stage.widget.production')}
        action={<Button onPress={() => setIsWished(true)}>{t('stage.widget.launch')}</Button>}
      >
        {t('stage.widget.productionWhy', { origin: provider.origin })}
      </EmptyState>
    );
  }
  return <RunningWidget {...provider} />;
}

function RunningWidget({ origin, environment }: StudioAnswer['provider']) {
  const { t } = useTexts();
  const theme = useTheme();
  const desk = usePreviewDesk();
  const language = useStudioState(({ view }) => view.languages[0] ?? 'en');
  const scheme = useStudioState(({ view }) => view.schemes[0] ?? 'light');
  const width = useStudioState(({ view }) => view.widths[0] ?? 360);
  const [launched, setLaunched] = useState({ number: 0, theme });
  const container = useRef<HTMLDivElement>(null);
  const texts = launched.theme.texts[language];
  const { state, tryAgain } = useWidget({
    container,
    origin,
    launch: launched.number,
    look: { css: desk.compile(launched.theme), language, scheme, texts: texts && toDictionary(texts) },
    frameTitle: t('stage.widget.frame'),
  });
  const hasChanged = launched.theme !== theme;

  return (
    <div className="stage-widget">
      <div className="stage-widget-bar">
        <Pill tone={environment === 'sandbox' ? 'note' : 'warn'}>{t(`stage.widget.${environment}Pill`)}</Pill>
        <span className="ui-hint" role="status">
          {t(hasChanged ? 'stage.widget.changed' : 'stage.widget.same', { origin })}
        </span>
        <Button
          kind={hasChanged ? 'filled' : 'plain'}
          onPress={() => setLaunched({ number: launched.number + 1, theme })}
        >
          {t('stage.widget.again')}
        </Button>
      </div>
      {state.is === 'failed' && (
        <EmptyState
          title={t('stage.widget.failed')}
          action={<Button onPress={tryAgain}>{t('stage.widget.tryAgain')}</Button>}
        >
          {t(reasonOf(state.failure), { origin })}
        </EmptyState>
      )}
      {(state.is === 'loading' || state.is === 'slow') && (
        <p className="stage-widget-wait" role="status">
          {t(state.is === 'slow' ? 'stage.widget.slow' : 'stage.widget.loading')}
        </p>
      )}
      <div className="stage-widget-scroller">
        <div
          className="stage-widget-frame"
          ref={container}
          hidden={state.is === 'failed'}
          style={{ inlineSize: width, colorScheme: scheme }}
        />
      </div>
    </div>
  );
}

function reasonOf(failure: SdkFailure): StudioTextKey {
  switch (failure.is) {
    case 'silent':
    case 'keeps-closing':
      return 'stage.widget.failed.silent';
    case 'blocked':
      return 'stage.widget.failed.blocked';
    case 'unreachable':
      return 'stage.widget.failed.unreachable';
    case 'session-ended':
      return 'stage.widget.noRightWhy';
    case 'rate-limited':
    case 'attempts-used':
      return 'stage.widget.failed.limited';
    case 'provider-down':
    case 'refused':
      return 'stage.widget.failed.refused';
  }
}
