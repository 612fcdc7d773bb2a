import { Link } from 'wouter';
import type { ApplicantSummary } from '../../control/panel-contract';
import { useSandboxNow } from '../clock/sandbox-time';
import { useRunning } from '../scenarios/scenario-queries';
import { toTime } from '../ui/times';
import { useAddress } from '../use-address';
import { EnvironmentBadge } from './environment-badge';
import { toStanding } from './standing';
import { StandingPill } from './standing-pill';

export function PeopleList({ people }: { people: readonly ApplicantSummary[] | undefined }) {
  const { applicantId, toHref } = useAddress();
  const running = useRunning();
  const now = useSandboxNow();
  const forNext = running.filter(run => run.applicantId === null);
  return (
    <>
      <h2 className="label">People</h2>
      {people?.length === 0 && (
        <p className="hint">Nobody yet. Start a verification in the app, and the person appears here.</p>
      )}
      <ul>
        {forNext.map(run => (
          <li key={run.runId}>
            <Link className="row" href={toHref({ place: { name: 'scenarios', scenario: run.scenario } })}>
              <em>{run.externalUserId ?? 'The next new person'}</em> <small>will play “{run.title}”</small>
            </Link>
          </li>
        ))}
        {people?.map(person => {
          const played = running.find(run => run.applicantId === person.applicantId);
          return (
            <li key={person.applicantId}>
              <Link
                className="row"
                href={toHref({ applicantId: person.applicantId, place: { name: 'person' } })}
                aria-current={person.applicantId === applicantId ? 'page' : undefined}
              >
                <strong>{person.externalUserId}</strong> <StandingPill standing={toStanding(person)} />{' '}
                <small>
                  {person.levelName}, <time dateTime={person.changedAt}>{toTime(person.changedAt, now)}</time>
                  <EnvironmentBadge environment={person.environment} />
                </small>{' '}
                {played && <small>plays “{played.title}”</small>}
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}
