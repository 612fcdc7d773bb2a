import { useEffect, useRef, useState } from 'react';
import * as v from 'valibot';
import { Link } from 'wouter';
import type { ApplicantDetail } from '../../control/panel-contract';
import { toPath } from '../api/panel-http';
import { useAction } from '../api/panel-queries';
import { EnvironmentBadge } from '../people/environment-badge';
import { toStanding } from '../people/standing';
import { StandingPill } from '../people/standing-pill';
import { RunOfPerson } from '../scenarios/run-of-person';
import { ReadErrorNote } from '../ui/error-note';
import { useTitle } from '../ui/view';
import { toShortId } from '../ui/wording';
import { useAddress } from '../use-address';
import { ActionList } from './action-list';
import { useApplicant } from './person-queries';
import { ReceiverTimeline } from './receiver-timeline';
import { RecognisedData } from './recognised-data';
import { StepList } from './step-list';
import { Transitions } from './transitions';
import { blankDraft, type Items, type ReviewerCommand, type VerdictDraft } from './verdict-draft';
import { VerdictForm } from './verdict-form';

export function PersonReview({ applicantId }: { applicantId: string }) {
  const applicant = useApplicant(applicantId);
  const { toHref } = useAddress();
  return (
    <>
      <Link className="back wide-hidden" href={toHref({ applicantId: null })}>
        All people
      </Link>
      <ReadErrorNote error={applicant.error} />
      {applicant.data && <Review applicant={applicant.data} />}
    </>
  );
}

function Review({ applicant }: { applicant: ApplicantDetail }) {
  const { applicantId, presence, steps } = applicant;
  const [draft, setDraft] = useState<VerdictDraft>(blankDraft);
  const decision = useAction((http, { action, body }: ReviewerCommand) =>
    http.send({ path: toPath('applicants', applicantId, action), body }, v.unknown()),
  );
  useTitle(applicant.externalUserId);
  const isDeleted = presence === 'deleted';
  return (
    <>
      <PersonHeader applicant={applicant} />
      {!isDeleted && <RunOfPerson applicantId={applicantId} />}
      <StepList steps={steps} draft={draft} onChange={setDraft} />
      <RecognisedData documents={applicant.recognised ?? []} />
      {!isDeleted && (
        <>
          <VerdictForm
            draft={draft}
            items={toItems(steps)}
            decision={decision}
            onChange={setDraft}
            onDecide={command => decision.mutate(command, { onSuccess: () => setDraft(blankDraft) })}
          />
          <ActionList applicantId={applicantId} />
          <Transitions applicant={applicant} />
        </>
      )}
      <ReceiverTimeline applicantId={applicantId} />
    </>
  );
}

function PersonHeader({ applicant }: { applicant: ApplicantDetail }) {
  const { applicantId, externalUserId, levelName, tags = [] } = applicant;
  const standing = toStanding(applicant);
  const news = useNews(`${externalUserId}: ${standing.word}`);
  return (
    <header className="who">
      <h2 tabIndex={-1} ref={focusWhereListIsGone}>
        {externalUserId}
      </h2>
      <StandingPill standing={standing} />
      <EnvironmentBadge environment={applicant.environment} />
      {tags.map(tag => (
        <span key={tag} className="badge">
          <span className="aside-text">tag</span> {tag}
        </span>
      ))}
      <p>
        applicant <span title={applicantId}>{toShortId(applicantId)}</span> · {levelName} · {standing.meaning}
      </p>
      <p className="aside-text" role="status">
        {news}
      </p>
    </header>
  );
}

/** A text once it has changed: what was there from the beginning is no news. */
function useNews(text: string): string {
  const first = useRef(text);
  const [news, setNews] = useState('');
  useEffect(() => {
    if (text !== first.current) setNews(text);
    first.current = text;
  }, [text]);
  return news;
}

function toItems(steps: ApplicantDetail['steps']): Items {
  return {
    imageIds: steps.flatMap(step => step.images.map(image => image.imageId)),
    formSteps: steps.filter(step => step.kind !== 'documents' && step.state !== 'open').map(step => step.idDocSetType),
  };
}

/** On a narrow screen the list gives way to the person, and the focus that was in it would be lost. */
function focusWhereListIsGone(heading: HTMLHeadingElement | null): void {
  const list = document.querySelector('.people');
  if (heading !== null && list !== null && getComputedStyle(list).display === 'none') heading.focus();
}
