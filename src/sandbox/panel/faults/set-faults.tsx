import type { FaultCatalogueEntry, SetFault } from '../../control/fault-contract';
import { Outcome } from '../ui/outcome';
import { toFaultLabel, toWhatIsLeft, useClearFaults, useRemoveFault } from './fault-queries';

interface SetFaultsProps {
  items: readonly SetFault[];
  catalogue: readonly FaultCatalogueEntry[];
}

/** The faults that wait for what they fit. */
export function SetFaults({ items, catalogue }: SetFaultsProps) {
  const removal = useRemoveFault();
  const clear = useClearFaults();
  return (
    <section className="set-faults" aria-labelledby="set-faults">
      <header className="heading">
        <h3 id="set-faults" className="label">
          Set now
        </h3>
        {items.length > 1 && (
          <button type="button" className="small" onClick={() => clear.mutate(undefined)}>
            Clear all
          </button>
        )}
      </header>
      {items.length === 0 && <p className="hint">None: everything arrives as it should.</p>}
      <ul>
        {items.map(item => (
          <SetFaultEntry
            key={item.faultId}
            item={item}
            label={toFaultLabel(item, catalogue)}
            onRemove={() => removal.mutate(item.faultId)}
          />
        ))}
      </ul>
      <Outcome action={removal}>It is taken back.</Outcome>
      <Outcome action={clear}>All faults are cleared.</Outcome>
    </section>
  );
}

interface SetFaultEntryProps {
  item: SetFault;
  label: string;
  onRemove: () => void;
}

function SetFaultEntry({ item, label, onRemove }: SetFaultEntryProps) {
  return (
    <li className="card set-fault">
      <div>
        <strong>{label}</strong> <span className="pill warn">{toWhatIsLeft(item)}</span>
        <p className="hint">{toScope(item)}</p>
        {toDetails(item) !== '' && <small>{toDetails(item)}</small>}
      </div>
      <button type="button" className="small" onClick={onRemove}>
        Remove <span className="aside-text">{label}</span>
      </button>
    </li>
  );
}

function toScope(item: SetFault): string {
  if (item.target === 'api') {
    return item.only.pathPrefix === undefined
      ? 'for every request of the app'
      : `for requests under ${item.only.pathPrefix}`;
  }
  const { applicantId, externalUserId, type } = item.only;
  const whom = externalUserId ?? (applicantId === undefined ? 'everybody' : `applicant ${applicantId}`);
  return `for webhooks ${type === undefined ? '' : `of type ${type} `}about ${whom}`;
}

function toDetails({ fault }: SetFault): string {
  return Object.entries(fault)
    .filter(([name, value]) => name !== 'name' && value !== null)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
