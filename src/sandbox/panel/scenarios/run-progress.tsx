import * as v from 'valibot';
import type { RunView } from '../../control/scenario-contract';
import { toPath } from '../api/panel-http';
import { useAction } from '../api/panel-queries';
import { useSandboxNow } from '../clock/sandbox-time';
import { SkipButton } from '../clock/skip-button';
import { ErrorNote } from '../ui/error-note';
import { toExactTime } from '../ui/times';
import { MoveList } from './move-list';

/** Where a run stands, and what can be done about it. */
export function RunProgress({ run }: { run: RunView }) {
  const now = useSandboxNow();
  const stop = useAction(http => http.send({ path: toPath('scenario-runs', run.runId, 'stop') }, v.unknown()));
  const { state } = run;
  return (
    <>
      <p role="status">
        {state.name === 'running' && (
          <>
            {state.words}
            {state.until !== null && (
              <>
                {' '}
                until <time dateTime={state.until}>{toExactTime(state.until, now)}</time> by the sandbox’s clock
              </>
            )}
            .
          </>
        )}
        {state.name === 'done' && 'Played to the end.'}
        {state.name === 'stopped' && `Stopped: ${state.words}.`}
        {state.name === 'failed' && <span className="bad">Failed: {state.words}.</span>}
      </p>
      {state.name === 'running' && (
        <div className="line">
          {state.until !== null && <SkipButton until={state.until} what={run.title} />}
          <button type="button" className="small" onClick={() => stop.mutate(undefined)}>
            Stop <span className="aside-text">{run.title}</span>
          </button>
        </div>
      )}
      <ErrorNote error={stop.error} />
      <MoveList moves={run.moves} isRunning={state.name === 'running'} />
    </>
  );
}
