import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ApplicantDetail } from '../control/panel-contract';
import { ReadErrorNote } from './error-note';
import { useAction, useApplicant } from './panel-queries';
import { toStanding } from './standing';
import { StandingPill } from './standing-pill';
import { Transitions } from './transitions';
import { UploadList } from './upload-list';
import { blankDraft, type ReviewerCommand, type VerdictDraft } from './verdict-draft';
import { VerdictForm } from './verdict-form';
import { toShortId } from './wording';

export function PersonReview({ applicantId }: { applicantId: string }) {
  const applicant = useApplicant(applicantId);
  const [path] = useLocation();
  return (
    <>
      <Link className="back" href={path}>
        All people
      </Link>
      <ReadErrorNote error={applicant.error} />
      {applicant.data && <Review applicant={applicant.data} />}
    </>
  );
}

function Review({ applicant }: { applicant: ApplicantDetail }) {
  const [draft, setDraft] = useState<VerdictDraft>(blankDraft);
  const decision = useAction((api, command: ReviewerCommand) => api.changeApplicant(applicant.applicantId, command));
  const standing = toStanding(applicant);
  useEffect(() => {
    document.title = `${applicant.externalUserId} – Sandbox`;
    return () => {
      document.title = 'Sandbox';
    };
  }, [applicant.externalUserId]);
  const imageIds = applicant.steps.flatMap(step => step.images.map(image => image.imageId));
  return (
    <>
      <header className="who">
        <h2 tabIndex={-1} ref={focusWhereListIsGone}>
          {applicant.externalUserId}
        </h2>
        <StandingPill standing={standing} />
        <p>
          applicant <span title={applicant.applicantId}>{toShortId(applicant.applicantId)}</span> ·{' '}
          {applicant.levelName} · {standing.meaning}
        </p>
      </header>
      <UploadList steps={applicant.steps} draft={draft} onChange={setDraft} />
      <VerdictForm
        draft={draft}
        imageIds={imageIds}
        decision={decision}
        onChange={setDraft}
        onDecide={command => decision.mutate(command, { onSuccess: () => setDraft(blankDraft) })}
      />
      <Transitions applicant={applicant} />
    </>
  );
}

/** On a narrow screen the list gives way to the person, and the focus that was in it would be lost. */
function focusWhereListIsGone(heading: HTMLHeadingElement | null): void {
  const list = document.querySelector('.people');
  if (heading !== null && list !== null && getComputedStyle(list).display === 'none') heading.focus();
}
