import { Link } from 'wouter';
import type { FaultCatalogueEntry } from '../../control/fault-contract';
import { ReadErrorNote } from '../ui/error-note';
import { LandingHeading } from '../ui/landing-heading';
import { View } from '../ui/view';
import { useAddress } from '../use-address';
import { FaultForm } from './fault-form';
import { targets, useFaults } from './fault-queries';
import { SetFaults } from './set-faults';

export function FaultsPage({ chosen }: { chosen: string | null }) {
  const faults = useFaults();
  const catalogue = faults.data?.catalogue ?? [];
  const entry = catalogue.find(({ name }) => name === chosen);
  const isUnknown = chosen !== null && faults.data !== undefined && entry === undefined;
  const { toHref } = useAddress();
  return (
    <View
      title="Faults"
      lead="What can go wrong between IDnGO and the app, on demand: see how the app takes it. Each webhook and each request meets the first fault that fits it."
    >
      <ReadErrorNote error={faults.error} />
      {isUnknown && (
        <p className="error" role="alert">
          There is no fault “{chosen}”. Choose one below.
        </p>
      )}
      {entry && <ChosenFault key={entry.name} entry={entry} />}
      {faults.data && <SetFaults items={faults.data.items} catalogue={catalogue} />}
      {targets.map(([target, title]) => (
        <section key={target} aria-labelledby={`faults-${target}`}>
          <h3 id={`faults-${target}`} className="label">
            {title}
          </h3>
          <ul className="catalogue">
            {catalogue
              .filter(each => each.target === target && each !== entry)
              .map(({ name, label, sentence }) => (
                <li key={name}>
                  <Link className="row" href={toHref({ place: { name: 'faults', fault: name } })}>
                    <strong>{label}</strong> <small>{sentence}</small>
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </View>
  );
}

function ChosenFault({ entry }: { entry: FaultCatalogueEntry }) {
  return (
    <section className="card chosen" aria-labelledby="chosen">
      <LandingHeading as="h3" id="chosen">
        {entry.label}
      </LandingHeading>
      <p>{entry.sentence}</p>
      <FaultForm entry={entry} />
    </section>
  );
}
