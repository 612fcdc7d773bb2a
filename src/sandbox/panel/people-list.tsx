import { Link } from 'wouter';
import type { ApplicantSummary } from '../control/panel-contract';
import { toStanding } from './standing';
import { StandingPill } from './standing-pill';
import { toTime } from './wording';

interface PeopleListProps {
  people: readonly ApplicantSummary[] | undefined;
  chosenId: string | null;
}

export function PeopleList({ people, chosenId }: PeopleListProps) {
  return (
    <>
      <h2 className="label">People</h2>
      {people?.length === 0 && (
        <p className="hint">Nobody yet. Start a verification in the app, and the person appears here.</p>
      )}
      <ul>
        {people?.map(person => (
          <li key={person.applicantId}>
            <Link
              className="row"
              href={`?${new URLSearchParams({ applicant: person.applicantId })}`}
              aria-current={person.applicantId === chosenId ? 'page' : undefined}
            >
              <strong>{person.externalUserId}</strong>
              <StandingPill standing={toStanding(person)} />
              <small>
                {person.levelName}, <time dateTime={person.changedAt}>{toTime(person.changedAt, new Date())}</time>
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
