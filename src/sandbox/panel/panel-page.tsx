import { useSearchParams } from 'wouter';
import { DeliveryList } from './delivery-list';
import { ErrorNote } from './error-note';
import { useApplicants } from './panel-queries';
import { PeopleList } from './people-list';
import { PersonReview } from './person-review';
import { RequestList } from './request-list';

export function PanelPage() {
  const [search] = useSearchParams();
  const applicantId = search.get('applicant');
  const applicants = useApplicants();
  return (
    <div className={applicantId === null ? 'shell' : 'shell chosen'}>
      <header className="top">
        <h1>Sandbox</h1>
        <p>plays IDnGO on this computer; nothing leaves it</p>
        <ErrorNote error={applicants.error} />
      </header>
      <nav className="people" aria-label="People">
        <PeopleList people={applicants.data} chosenId={applicantId} />
      </nav>
      <main className="person">
        {applicantId === null ? (
          <p className="hint">Choose a person to see what they sent, and decide.</p>
        ) : (
          <PersonReview key={applicantId} applicantId={applicantId} />
        )}
      </main>
      <aside className="traffic" aria-label="Between the sandbox and the app">
        <DeliveryList applicantId={applicantId} />
        <RequestList />
      </aside>
    </div>
  );
}
