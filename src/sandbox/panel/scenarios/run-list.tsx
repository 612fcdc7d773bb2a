import { Link } from 'wouter';
import type { RunView } from '../../control/scenario-contract';
import { useAddress } from '../use-address';
import { RunProgress } from './run-progress';
import { isRunning } from './scenario-queries';

const endedShown = 5;

/** What is played now, and what was played last. */
export function RunList({ runs }: { runs: readonly RunView[] }) {
  const running = runs.filter(isRunning);
  const ended = runs.filter(run => !isRunning(run)).slice(0, endedShown);
  if (running.length + ended.length === 0) return null;
  return (
    <section className="runs" aria-labelledby="runs">
      <h3 id="runs" className="label">
        Played now
      </h3>
      {running.length === 0 && <p className="hint">Nothing: you decide by hand.</p>}
      {running.map(run => (
        <RunCard key={run.runId} run={run} />
      ))}
      {ended.length > 0 && (
        <details>
          <summary>Played last</summary>
          {ended.map(run => (
            <RunCard key={run.runId} run={run} />
          ))}
        </details>
      )}
    </section>
  );
}

function RunCard({ run }: { run: RunView }) {
  return (
    <article className="card run" aria-label={`${run.title} for ${toWhom(run)}`}>
      <RunTitle run={run} />
      <RunProgress run={run} />
    </article>
  );
}

function RunTitle({ run }: { run: RunView }) {
  const { toHref } = useAddress();
  const { applicantId } = run;
  return (
    <p>
      <strong>{run.title}</strong> for{' '}
      {applicantId === null ? (
        toWhom(run)
      ) : (
        <Link href={toHref({ applicantId, place: { name: 'person' } })}>{toWhom(run)}</Link>
      )}
      {run.person === 'sandbox' && ', played by the sandbox'}
    </p>
  );
}

function toWhom({ externalUserId }: RunView): string {
  return externalUserId ?? 'the next new person';
}
