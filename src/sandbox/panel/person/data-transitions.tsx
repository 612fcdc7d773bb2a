import { type FormEvent, useState } from 'react';
import type { ApplicantDetail } from '../../control/panel-contract';
import { TransitionRow, useTransition } from './transition-row';

export function DataTransitions({ applicant }: { applicant: ApplicantDetail }) {
  return (
    <>
      <PersonalInfo applicantId={applicant.applicantId} />
      <Tags applicant={applicant} />
    </>
  );
}

const fields = [
  ['firstName', 'First name', 'text'],
  ['lastName', 'Last name', 'text'],
  ['middleName', 'Middle name', 'text'],
  ['dob', 'Date of birth', 'date'],
] as const;

function PersonalInfo({ applicantId }: { applicantId: string }) {
  const correction = useTransition(applicantId);

  function correct(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '');
    correction.mutate({ name: 'personal-info', body: Object.fromEntries(given) });
  }

  return (
    <TransitionRow
      title="Correct what was read"
      sentence="An officer corrects what was read from the documents; what is left empty stays as it is."
      action={correction}
    >
      <form className="fields" onSubmit={correct}>
        {fields.map(([name, label, type]) => (
          <label key={name}>
            {label}
            <input name={name} type={type} autoComplete="off" />
          </label>
        ))}
        <button type="submit">Correct</button>
      </form>
    </TransitionRow>
  );
}

function Tags({ applicant }: { applicant: ApplicantDetail }) {
  const change = useTransition(applicant.applicantId);
  const { tags = [] } = applicant;
  const [text, setText] = useState<string>();

  function save(event: FormEvent) {
    event.preventDefault();
    const given = (text ?? tags.join(', ')).split(',').map(tag => tag.trim());
    const body = { tags: given.filter(tag => tag !== '') };
    change.mutate({ name: 'tags', body }, { onSuccess: () => setText(undefined) });
  }

  return (
    <TransitionRow
      title="Tags"
      sentence="Words by which officers sort people, with commas between them."
      action={change}
    >
      <form className="line" onSubmit={save}>
        <input
          aria-label="Tags"
          value={text ?? tags.join(', ')}
          onChange={event => setText(event.currentTarget.value)}
          autoComplete="off"
        />
        <button type="submit">Save tags</button>
      </form>
    </TransitionRow>
  );
}
