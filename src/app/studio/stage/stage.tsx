import './stage.css';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useStudioState } from '../state/use-studio';
import { lacksError, type Side } from './list-cells';
import { useStageApi } from './stage-api';
import { StageToolbar } from './stage-toolbar';
import { usePreviewDesk } from './use-preview-desk';
import { useZoomKeys } from './use-zoom-keys';
import { Wall } from './wall';

const WidgetStage = lazy(() => import('./widget-stage').then(module => ({ default: module.WidgetStage })));

const now: readonly Side[] = ['now'];
const both: readonly Side[] = ['before', 'now'];

/** What the designer sees: the widget's screens under the theme as it is. */
export function Stage() {
  const view = useStudioState(state => state.view);
  const { t } = useTexts();
  const api = useStageApi();
  const desk = usePreviewDesk();
  const [picks, setPicks] = useState(true);
  const element = useRef<HTMLDivElement>(null);
  useZoomKeys(element);
  useEffect(() => {
    api.readInstallation().then(
      ({ fontFaces }) => desk.bringFonts(fontFaces),
      () => undefined, // a theme that names the packaged font falls back to the next one of its list
    );
  }, [api, desk]);
  return (
    <div className="stage" ref={element}>
      <StageToolbar picks={picks} onPicks={setPicks} />
      {lacksError(view) && <p className="stage-note">{t('stage.state.noError')}</p>}
      {view.mode === 'widget' ? (
        <Suspense>
          <WidgetStage />
        </Suspense>
      ) : (
        <Wall sides={view.mode === 'compare' && view.compare === 'beside' ? both : now} picks={picks} />
      )}
    </div>
  );
}
