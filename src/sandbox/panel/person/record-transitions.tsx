import { type FormEvent, useState } from 'react';
import type { ApplicantDetail } from '../../control/panel-contract';
import { useLevels } from '../api/levels';
import { ErrorNote } from '../ui/error-note';
import { TransitionRow, useTransition } from './transition-row';

export function RecordTransitions({ applicant }: { applicant: ApplicantDetail }) {
  return (
    <>
      <LevelChange applicant={applicant} />
      <Presence applicant={applicant} />
      <Erasure applicant={applicant} />
      <Deletion applicant={applicant} />
    </>
  );
}

function LevelChange({ applicant: { applicantId, levelName } }: { applicant: ApplicantDetail }) {
  const change = useTransition(applicantId);
  const levels = useLevels();
  const [chosen, setChosen] = useState(levelName);
  const offered = levels.data?.items.filter(level => level.type !== 'actions').map(level => level.levelName) ?? [];

  function choose(event: FormEvent) {
    event.preventDefault();
    change.mutate({ name: 'level', body: { levelName: chosen } });
  }

  return (
    <TransitionRow
      title="Level"
      sentence="The person is moved to another level, which asks for other documents."
      action={change}
    >
      <form className="line" onSubmit={choose}>
        <select aria-label="Level" value={chosen} onChange={event => setChosen(event.currentTarget.value)}>
          {(offered.includes(levelName) ? offered : [levelName, ...offered]).map(name => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <button type="submit">Change level</button>
      </form>
      <ErrorNote error={levels.error} />
    </TransitionRow>
  );
}

function Presence({ applicant: { applicantId, presence } }: { applicant: ApplicantDetail }) {
  const change = useTransition(applicantId);
  const isActive = presence === 'active';
  return (
    <TransitionRow
      title="Active or not"
      sentence="Of somebody who is deactivated nothing more is taken until they are activated again."
      action={change}
    >
      <button type="button" onClick={() => change.mutate({ name: isActive ? 'deactivate' : 'activate' })}>
        {isActive ? 'Deactivate' : 'Activate'}
      </button>
    </TransitionRow>
  );
}

function Erasure({ applicant: { applicantId, externalUserId } }: { applicant: ApplicantDetail }) {
  const erasure = useTransition(applicantId);
  return (
    <TransitionRow
      title="Erase personal data"
      sentence="Documents and data are gone for good; the record and its verdict stay."
      action={erasure}
    >
      <details className="ask">
        <summary>Erase…</summary>
        <p className="line">
          It cannot be undone.
          <button type="button" className="danger" onClick={() => erasure.mutate({ name: 'erase' })}>
            Erase the data of {externalUserId}
          </button>
        </p>
      </details>
    </TransitionRow>
  );
}

function Deletion({ applicant: { applicantId, externalUserId } }: { applicant: ApplicantDetail }) {
  const deletion = useTransition(applicantId);
  return (
    <TransitionRow
      title="Delete"
      sentence="The applicant is gone for the app; the person can begin anew as somebody new."
      action={deletion}
    >
      <details className="ask">
        <summary>Delete…</summary>
        <p className="line">
          It cannot be undone.
          <button type="button" className="danger" onClick={() => deletion.mutate({ name: 'delete' })}>
            Delete {externalUserId}
          </button>
        </p>
      </details>
    </TransitionRow>
  );
}
