import type { FrameApplicant } from '../frame-contract';
import type { FrameSession } from '../frame-session';
import type { Texts } from '../texts';
import { ButtonRow, SubmitButton } from './button-row';
import { Icon } from './icon';
import { RequestedStep } from './requested-step';
import { StatusCard } from './status-card';

interface ResubmitScreenProps {
  applicant: FrameApplicant;
  texts: Texts;
  session: FrameSession;
}

export function ResubmitScreen({ applicant, texts, session }: ResubmitScreenProps) {
  const comment = applicant.review.reviewResult?.moderationComment;
  return (
    <StatusCard
      kind="resubmit"
      icon={<Icon name="arrow" />}
      title={texts.say('resubmit.title')}
      text={
        <>
          <p className="status-text">{texts.say('resubmit.text')}</p>
          {comment && (
            <p className="subitem-text" dir="auto">
              {comment}
            </p>
          )}
        </>
      }
    >
      <div className="row">
        <div className="applicant-requests">
          {applicant.steps.map(step => (
            <RequestedStep key={step.idDocSetType} step={step} texts={texts} session={session} />
          ))}
        </div>
      </div>
      <form
        onSubmit={event => {
          event.preventDefault();
          void session.openResubmission();
        }}
      >
        <ButtonRow>
          <SubmitButton text={texts.say('resubmit.button')} />
        </ButtonRow>
      </form>
    </StatusCard>
  );
}
