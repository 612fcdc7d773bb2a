import { Link } from 'wouter';
import { ClockControl } from '../clock/clock-control';
import { ErrorNote } from '../ui/error-note';
import { useAddress } from '../use-address';
import { FaultsMenu } from './faults-menu';
import { ScenarioMenu } from './scenario-menu';

export function Header({ error }: { error: Error | null }) {
  const { place, toHref } = useAddress();
  return (
    <header className="top">
      <a className="skip" href="#main">
        Skip to the middle
      </a>
      <div className="brand">
        <h1>Sandbox</h1>
        <p>plays IDnGO on this computer; nothing leaves it</p>
      </div>
      <div className="tools">
        <div className="menus">
          <ScenarioMenu />
          <FaultsMenu />
        </div>
        <ClockControl />
        <nav className="links" aria-label="Outbox and settings">
          <Link
            className="tool"
            href={toHref({ place: { name: 'outbox' } })}
            aria-current={place.name === 'outbox' ? 'page' : undefined}
          >
            Outbox
          </Link>
          <Link
            className="tool"
            href={toHref({ place: { name: 'settings', environment: 'sandbox' } })}
            aria-current={place.name === 'settings' ? 'page' : undefined}
          >
            Settings
          </Link>
        </nav>
      </div>
      <ErrorNote error={error} />
    </header>
  );
}
