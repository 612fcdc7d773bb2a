import { toWords } from '../ui/wording';
import { type DraftProps, ItemChoice, ItemNote } from './item-choice';
import type { Step } from './step-list';

/** What the person answered in a form, a questionnaire or about a contact. */
export function FormCard({ step, draft, onChange }: DraftProps & { step: Step }) {
  const name = toWords(step.idDocSetType);
  const item = { item: step.idDocSetType, name, draft, onChange };
  return (
    <li className="slot">
      <div className={draft.flagged.includes(step.idDocSetType) ? 'card form flagged' : 'card form'}>
        <strong>{name}</strong>
        <Values values={step.values ?? {}} />
        {step.state === 'accepted' && <small>Accepted by the last verdict</small>}
        {step.state === 'send-again' && (
          <small>Asked for again{step.moderationComment === null ? '' : `: ${step.moderationComment}`}</small>
        )}
        <ItemChoice {...item} />
      </div>
      <ItemNote {...item} />
    </li>
  );
}

export function Values({ values }: { values: Readonly<Record<string, string | readonly string[]>> }) {
  const given = Object.entries(values);
  if (given.length === 0) return <small>Sent without any value</small>;
  return (
    <dl className="values">
      {given.map(([name, value]) => (
        <div key={name}>
          <dt>{toWords(name)}</dt>
          <dd>{typeof value === 'string' ? value : value.join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
}
