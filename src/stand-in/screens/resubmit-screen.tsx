import type { FrameApplicant, FrameStep } from '../frame-contract';
import type { FrameSession } from '../frame-session';
import { sayRejection, type TextKey, type Texts } from '../texts';
import { ButtonRow, SubmitButton } from './button-row';
import { Icon } from './icon';
import { StatusCard } from './status-card';
import { sayUpload } from './upload-item';

interface ResubmitScreenProps {
  applicant: FrameApplicant;
  texts: Texts;
  session: FrameSession;
}

const stateTexts = {
  open: 'resubmit.missing',
  'send-again': 'resubmit.needed',
  received: 'resubmit.received',
  accepted: 'resubmit.accepted',
} as const satisfies Record<FrameStep['state'], TextKey>;

export function ResubmitScreen({ applicant, texts, session }: ResubmitScreenProps) {
  const comment = applicant.review.reviewResult?.moderationComment;
  return (
    <StatusCard kind="resubmit" icon={<Icon name="arrow" />} title={texts.say('resubmit.title')}>
      <div className="row center">
        <p className="status-text">{texts.say('resubmit.text')}</p>
        {comment && <p className="subitem-text">{comment}</p>}
      </div>
      <div className="row">
        <div className="applicant-requests">
          {applicant.steps.map(step => (
            <RequestedStep key={step.idDocSetType} step={step} texts={texts} />
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

function RequestedStep({ step, texts }: { step: FrameStep; texts: Texts }) {
  const isDone = step.state === 'accepted' || step.state === 'received';
  const images = step.kind === 'documents' ? step.images : [];
  const flagged = images.filter(({ state }) => state === 'send-again');
  const isWholeStep = step.state === 'send-again' && flagged.length === 0;
  const isSaidOfImage = flagged.some(image => image.moderationComment === step.moderationComment);
  const hasCommentOfItsOwn = flagged.length > 0 && step.moderationComment && !isSaidOfImage;
  return (
    <div className={isDone ? 'applicant-step done' : 'applicant-step'}>
      <div className={isDone ? 'icon' : 'icon yellow'}>
        <Icon name={isDone ? 'tick' : 'attention'} className="ss-icon" />
      </div>
      <div className="desc">
        <h4 aria-level={3}>
          {texts.sayNamed('steps', step.idDocSetType)}
          <span className="state">{texts.say(stateTexts[step.state])}</span>
        </h4>
        {isWholeStep && <p dir="auto">{sayRejection(texts, step.moderationComment, [])}</p>}
        {hasCommentOfItsOwn && <p dir="auto">{step.moderationComment}</p>}
        {flagged.map(image => (
          <p key={image.imageId}>
            {sayUpload(image.idDocSubType, step.idDocSetType, texts)}:{' '}
            <bdi>{sayRejection(texts, image.moderationComment, image.rejectLabels)}</bdi>
          </p>
        ))}
      </div>
    </div>
  );
}
