import './stage.css';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useStudio, useStudioState } from '../state/use-studio';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { createPart } from '../ui/part';
import { lacksError, listScreens, type Side } from './list-cells';
import { useStageApi } from './stage-api';
import { StageToolbar } from './stage-toolbar';
import { useZoomKeys } from './use-zoom-keys';
import { Wall } from './wall';

const WidgetStage = createPart(async () => (await import('./widget-stage')).WidgetStage);

const now: readonly Side[] = ['now'];
const both: readonly Side[] = ['before', 'now'];

/** What the designer sees: the widget's screens under the theme as it is. */
export function Stage() {
  const studio = useStudio();
  const view = useStudioState(state => state.view);
  const { t } = useTexts();
  const api = useStageApi();
  const [picks, setPicks] = useState(true);
  const element = useRef<HTMLDivElement>(null);
  useZoomKeys(element);
  useEffect(() => {
    api.readInstallation().then(
      ({ fontFaces }) => studio.bringFonts(fontFaces),
      () => undefined, // a theme that names the packaged font falls back to the next one of its list
    );
  }, [api, studio]);
  return (
    <div className="stage" ref={element}>
      <StageToolbar picks={picks} onPicks={setPicks} />
      {lacksError(view) && <p className="stage-note">{t('stage.state.noError')}</p>}
      {view.mode === 'widget' ? (
        <WidgetStage />
      ) : listScreens(view).length === 0 ? (
        <EmptyState
          title={t('stage.state.noErrors')}
          action={<Button onPress={() => studio.look({ groups: [] })}>{t('stage.groups.showAll')}</Button>}
        >
          {t('stage.state.noErrorsWhy')}
        </EmptyState>
      ) : (
        <Wall sides={view.mode === 'compare' && view.compare === 'beside' ? both : now} picks={picks} />
      )}
    </div>
  );
}
