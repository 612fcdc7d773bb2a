import './stage.css';
import { useRef, useState } from 'react';
import { useStudioState } from '../state/use-studio';
import type { Side } from './list-cells';
import { StageToolbar } from './stage-toolbar';
import { useZoomKeys } from './use-zoom-keys';
import { Wall } from './wall';

const now: readonly Side[] = ['now'];
const both: readonly Side[] = ['before', 'now'];

/** What the designer sees: the widget's screens under the theme as it is. */
export function Stage() {
  const mode = useStudioState(state => state.view.mode);
  const [picks, setPicks] = useState(true);
  const element = useRef<HTMLDivElement>(null);
  useZoomKeys(element);
  return (
    <div className="stage" ref={element}>
      <StageToolbar picks={picks} onPicks={setPicks} />
      <Wall sides={mode === 'compare' ? both : now} picks={picks} />
    </div>
  );
}
