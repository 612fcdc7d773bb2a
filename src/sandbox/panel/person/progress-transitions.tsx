import { useState } from 'react';
import type { ApplicantDetail } from '../../control/panel-contract';
import { toWords } from '../ui/wording';
import { TransitionRow, useTransition } from './transition-row';

export function ProgressTransitions({ applicant }: { applicant: ApplicantDetail }) {
  return (
    <>
      <Precheck applicantId={applicant.applicantId} />
      <Wait applicantId={applicant.applicantId} />
      <StepReset applicant={applicant} />
      <Workflow applicantId={applicant.applicantId} />
    </>
  );
}

function Precheck({ applicantId }: { applicantId: string }) {
  const precheck = useTransition(applicantId);
  const report = (reviewStatus: string) => precheck.mutate({ name: 'precheck', body: { reviewStatus } });
  return (
    <TransitionRow
      title="First checks"
      sentence="Some checks are done or under way, and the answer is still to come."
      action={precheck}
    >
      <button type="button" onClick={() => report('prechecked')}>
        Prechecked
      </button>
      <button type="button" onClick={() => report('queued')}>
        Queued
      </button>
    </TransitionRow>
  );
}

function Wait({ applicantId }: { applicantId: string }) {
  const wait = useTransition(applicantId);
  return (
    <TransitionRow
      title="Waiting for somebody"
      sentence="The check stands still until the person does something more, or another service answers."
      action={wait}
    >
      <button type="button" onClick={() => wait.mutate({ name: 'await-user' })}>
        Wait for the person
      </button>
      <button type="button" onClick={() => wait.mutate({ name: 'await-service' })}>
        Wait for a service
      </button>
    </TransitionRow>
  );
}

function StepReset({ applicant }: { applicant: ApplicantDetail }) {
  const reset = useTransition(applicant.applicantId);
  const [chosen, setChosen] = useState('');
  const sent = applicant.steps.filter(step => step.state !== 'open').map(step => step.idDocSetType);
  const idDocSetType = sent.includes(chosen) ? chosen : sent[0];
  return (
    <TransitionRow
      title="Reset one step"
      sentence="The person has to do this step anew; the others stay as they are."
      action={reset}
    >
      {idDocSetType === undefined ? (
        <span className="hint">Nothing has been sent yet.</span>
      ) : (
        <>
          <select
            aria-label="Step to reset"
            value={idDocSetType}
            onChange={event => setChosen(event.currentTarget.value)}
          >
            {sent.map(name => (
              <option key={name} value={name}>
                {toWords(name)}
              </option>
            ))}
          </select>
          <button type="button" onClick={() => reset.mutate({ name: 'reset-step', body: { idDocSetType } })}>
            Reset step
          </button>
        </>
      )}
    </TransitionRow>
  );
}

function Workflow({ applicantId }: { applicantId: string }) {
  const workflow = useTransition(applicantId);
  const end = (outcome: string) => workflow.mutate({ name: 'workflow', body: { outcome } });
  return (
    <TransitionRow
      title="End of the workflow"
      sentence="After a verdict, IDnGO reports that its own workflow has come to its end."
      action={workflow}
    >
      <button type="button" onClick={() => end('completed')}>
        Completed
      </button>
      <button type="button" onClick={() => end('failed')}>
        Failed
      </button>
    </TransitionRow>
  );
}
