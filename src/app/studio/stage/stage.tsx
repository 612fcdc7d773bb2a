import './stage.css';
import { useEffect, useRef, useState } from 'react';
import { useStudioState } from '../state/use-studio';
import type { Side } from './list-cells';
import { useStageApi } from './stage-api';
import { StageToolbar } from './stage-toolbar';
import { usePreviewDesk } from './use-preview-desk';
import { useZoomKeys } from './use-zoom-keys';
import { Wall } from './wall';

const now: readonly Side[] = ['now'];
const both: readonly Side[] = ['before', 'now'];

/** What the designer sees: the widget's screens under the theme as it is. */
export function Stage() {
  const view = useStudioState(state => state.view);
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
      <Wall sides={view.mode === 'compare' && view.compare === 'beside' ? both : now} picks={picks} />
    </div>
  );
}
