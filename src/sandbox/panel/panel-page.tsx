import { useEffect, useRef } from 'react';
import type { Place } from './address';
import { ClockPage } from './clock/clock-page';
import { FaultsPage } from './faults/faults-page';
import { Header } from './header/header';
import { OutboxPage } from './outbox/outbox-page';
import { PeopleList } from './people/people-list';
import { useApplicants } from './person/person-queries';
import { PersonReview } from './person/person-review';
import { ScenariosPage } from './scenarios/scenarios-page';
import { SettingsPage } from './settings/settings-page';
import { DeliveryList } from './traffic/delivery-list';
import { DeliveryPage } from './traffic/delivery-page';
import { RequestList } from './traffic/request-list';
import { keepFocus } from './ui/keep-focus';
import { OpenedContext } from './ui/landing-heading';
import { useAddress } from './use-address';

export function PanelPage() {
  const { applicantId, place } = useAddress();
  const applicants = useApplicants();
  const opened = useRef(false);
  const shell = useRef<HTMLDivElement>(null);
  useEffect(() => {
    opened.current = true;
    return shell.current ? keepFocus(shell.current) : undefined;
  }, []);
  return (
    <OpenedContext value={opened}>
      <div ref={shell} className={`shell ${toLayout(applicantId, place)}`}>
        <Header error={applicants.error} />
        <nav className="people" aria-label="People">
          <PeopleList people={applicants.data?.items} />
        </nav>
        <main id="main" className="middle" tabIndex={-1}>
          <Middle applicantId={applicantId} place={place} />
        </main>
        <aside className="traffic" aria-label="Between the sandbox and the app">
          <DeliveryList />
          <RequestList />
        </aside>
      </div>
    </OpenedContext>
  );
}

/** A narrow screen has room for one thing: everybody, somebody, or another page. */
function toLayout(applicantId: string | null, place: Place): 'at-home' | 'at-person' | 'at-view' {
  if (place.name !== 'person') return 'at-view';
  return applicantId === null ? 'at-home' : 'at-person';
}

function Middle({ applicantId, place }: { applicantId: string | null; place: Place }) {
  switch (place.name) {
    case 'person':
      if (applicantId === null) return <Welcome />;
      return <PersonReview key={applicantId} applicantId={applicantId} />;
    case 'scenarios':
      return <ScenariosPage chosen={place.scenario} />;
    case 'faults':
      return <FaultsPage chosen={place.fault} />;
    case 'clock':
      return <ClockPage />;
    case 'outbox':
      return <OutboxPage />;
    case 'settings':
      return <SettingsPage environment={place.environment} />;
    case 'delivery':
      return <DeliveryPage key={place.deliveryId} deliveryId={place.deliveryId} />;
  }
}

function Welcome() {
  return (
    <p className="hint">
      This page plays IDnGO on this computer. Choose a person to see what they sent, and decide; or let a scenario
      decide for you.
    </p>
  );
}
