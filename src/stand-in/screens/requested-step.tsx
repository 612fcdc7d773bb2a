import { isSelfie } from '../document-screens';
import type { FrameStep } from '../frame-contract';
import type { FrameSession } from '../frame-session';
import { sayRejection, type TextKey, type Texts } from '../texts';
import { ActionLink } from './action-link';
import { Icon } from './icon';
import { sayUpload } from './upload-item';

interface RequestedStepProps {
  step: FrameStep;
  texts: Texts;
  session: FrameSession;
}

const stateTexts = {
  open: 'resubmit.missing',
  'send-again': 'resubmit.needed',
  received: 'resubmit.received',
  accepted: 'resubmit.accepted',
} as const satisfies Record<FrameStep['state'], TextKey>;

/** One step after a verdict: what was wrong with it, and the ways to mend that. */
export function RequestedStep({ step, texts, session }: RequestedStepProps) {
  const isDone = step.state === 'accepted' || step.state === 'received';
  const name = texts.sayNamed('steps', step.idDocSetType);
  return (
    <div className={isDone ? 'applicant-step done' : 'applicant-step'}>
      <div className={isDone ? 'icon' : 'icon yellow'}>
        {step.kind === 'documents' && !isSelfie(step) ? (
          <Icon name="file" className="ss-icon" />
        ) : (
          <Icon name="person" className="fa-icon" />
        )}
        <Icon name={isDone ? 'tick' : 'attention'} className="suffix-icon" />
      </div>
      <div className="desc">
        <h4 aria-level={3}>
          {name}
          <span className="state">{texts.say(stateTexts[step.state])}</span>
        </h4>
        <Reasons step={step} texts={texts} />
        {step.state === 'send-again' && (
          <div className="resend">
            <p>
              <ActionLink
                label={`${name}: ${texts.say('resubmit.resend')}`}
                onPress={() => session.reopenStep(step.idDocSetType)}
              >
                {texts.say('resubmit.resend')}
              </ActionLink>
            </p>
          </div>
        )}
        {step.state === 'send-again' && hasOtherTypes(step) && (
          <div className="change">
            <p>
              <ActionLink
                label={`${name}: ${texts.say('resubmit.change')}`}
                onPress={() => session.changeDocument(step.idDocSetType)}
              >
                {texts.say('resubmit.change')}
              </ActionLink>
            </p>
          </div>
        )}
      </div>
    </div>
  );
}

function Reasons({ step, texts }: { step: FrameStep; texts: Texts }) {
  const images = step.kind === 'documents' ? step.images : [];
  const flagged = images.filter(({ state }) => state === 'send-again');
  const isWholeStep = step.state === 'send-again' && flagged.length === 0;
  const isSaidOfImage = flagged.some(image => image.moderationComment === step.moderationComment);
  const hasCommentOfItsOwn = flagged.length > 0 && step.moderationComment && !isSaidOfImage;
  return (
    <>
      {isWholeStep && <p dir="auto">{sayRejection(texts, step.moderationComment, [])}</p>}
      {hasCommentOfItsOwn && <p dir="auto">{step.moderationComment}</p>}
      {flagged.map(image => (
        <p key={image.imageId}>
          {sayUpload(image.idDocSubType, step, texts)}:{' '}
          <bdi>{sayRejection(texts, image.moderationComment, image.rejectLabels)}</bdi>
        </p>
      ))}
    </>
  );
}

function hasOtherTypes(step: FrameStep): boolean {
  return step.kind === 'documents' && step.documentTypes.length > 1;
}
