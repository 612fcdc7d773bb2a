import { useEffect, useState } from 'react';
import type { FrameStep } from '../frame-contract';
import type { FrameSession } from '../frame-session';
import type { Screen } from '../screen';
import type { Texts } from '../texts';
import { ActionLink } from './action-link';
import { ButtonRow, SubmitButton } from './button-row';
import { FilePreview } from './file-preview';
import { listReviewLines } from './review-lines';
import { SubTitle, titleOfScreen } from './screen-title';
import { sayUpload } from './upload-item';

interface ReviewScreenProps {
  screen: Extract<Screen, { name: 'review' }>;
  texts: Texts;
  session: FrameSession;
}

/** Everything that was given, step by step, each with a way back to it. */
export function ReviewScreen({ screen, texts, session }: ReviewScreenProps) {
  return (
    <section className="content">
      <form
        onSubmit={event => {
          event.preventDefault();
          void session.confirmReview();
        }}
      >
        <div>
          <div className="row">
            <h2 className="uppercase" tabIndex={-1} data-heading="">
              <p>{titleOfScreen(screen, texts)}</p>
            </h2>
          </div>
          <SubTitle text={texts.say('review.text')} />
          <div className="row">
            {screen.applicant.steps.map(step => (
              <ReviewedStep key={step.idDocSetType} step={step} texts={texts} session={session} />
            ))}
          </div>
          <ButtonRow>
            <SubmitButton text={texts.say('review.send')} />
          </ButtonRow>
        </div>
      </form>
    </section>
  );
}

function ReviewedStep({ step, texts, session }: { step: FrameStep; texts: Texts; session: FrameSession }) {
  const title = texts.sayNamed('steps', step.idDocSetType);
  const images = step.kind === 'documents' ? step.images : [];
  return (
    <div className="review-data">
      <h3>{title}</h3>
      {step.state !== 'accepted' && (
        <ActionLink
          className="edit"
          label={texts.say('review.edit', { step: title })}
          onPress={() => session.reopenStep(step.idDocSetType)}
        >
          <i className="fa fa-pencil" aria-hidden="true" />
        </ActionLink>
      )}
      {listReviewLines(step, texts).map(({ label, value }) => (
        <p key={label}>
          <span className="quiet">{label}:</span> <bdi>{value}</bdi>
        </p>
      ))}
      {images.length > 0 && (
        <div className="review-images">
          {images.map(({ imageId, idDocSubType }) => (
            <SentPicture
              key={imageId}
              imageId={imageId}
              name={sayUpload(idDocSubType, step, texts)}
              session={session}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function SentPicture({ imageId, name, session }: { imageId: string; name: string; session: FrameSession }) {
  const [picture, setPicture] = useState<Blob>();
  useEffect(() => {
    let isWanted = true;
    void session.readImage(imageId).then(found => {
      if (isWanted) setPicture(found);
    });
    return () => {
      isWanted = false;
    };
  }, [session, imageId]);
  return (
    <figure>
      <div className="picture">{picture && <FilePreview file={picture} alt="" />}</div>
      <figcaption>{name}</figcaption>
    </figure>
  );
}
