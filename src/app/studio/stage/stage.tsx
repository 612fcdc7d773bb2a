import './stage.css';
import { useStudioState } from '../state/use-studio';
import type { Side } from './list-cells';
import { StageToolbar } from './stage-toolbar';
import { Wall } from './wall';

const now: readonly Side[] = ['now'];
const both: readonly Side[] = ['before', 'now'];

/** What the designer sees: the widget's screens under the theme as it is. */
export function Stage() {
  const { mode } = useStudioState(state => state.view);
  return (
    <div className="stage">
      <StageToolbar />
      <Wall sides={mode === 'compare' ? both : now} />
    </div>
  );
}
