import { Link } from 'wouter';
import { useAddress } from '../use-address';
import { RunProgress } from './run-progress';
import { useRuns } from './scenario-queries';

/** The scenario that is played for a person, or the way to begin one. */
export function RunOfPerson({ applicantId }: { applicantId: string }) {
  const { toHref } = useAddress();
  const runs = useRuns();
  const last = runs.data?.items.find(run => run.applicantId === applicantId);
  const hasNews = last?.state.name === 'running' || last?.state.name === 'failed';
  const href = toHref({ place: { name: 'scenarios', scenario: hasNews ? last.scenario : null } });
  if (!hasNews) {
    return (
      <p className="run-hint">
        <Link href={href}>Play a scenario for this person</Link>
        {last && (
          <small>
            {' '}
            · last: “{last.title}”, {last.state.name}
          </small>
        )}
      </p>
    );
  }
  return (
    <section className="card run" aria-labelledby="run">
      <h3 id="run">
        Scenario: <Link href={href}>{last.title}</Link>
      </h3>
      <RunProgress run={last} />
      {last.state.name === 'running' && <p className="hint">A verdict given by hand puts an end to it.</p>}
    </section>
  );
}
