import type { FileSizeLimits } from '#idngo/file-rules';
import type { FrameApplicant, FrameImage, FrameStep } from '#stand-in/frame-contract';
import { toReviewAnswer } from '../api/applicant-answers';
import type { ApplicantRecord } from '../applicants/applicants';
import { requireLevel } from '../applicants/dossier';
import type { ImageRecord } from '../applicants/image-record';
import { toKnownValues } from '../applicants/known-values';
import { countriesOf } from '../applicants/levels';
import { type StepView, toStepViews } from '../applicants/steps';
import type { Subject } from '../applicants/subject';

/** What the frame draws from. */
export function toFrameApplicant(
  { person, actionId, collected }: Subject,
  { minBytes, maxBytes }: FileSizeLimits,
): FrameApplicant {
  const level = requireLevel(collected.levelName);
  const known = { ...person, email: collected.email ?? person.email, phone: collected.phone ?? person.phone };
  return {
    applicantId: person.applicantId,
    applicantActionId: actionId,
    levelName: collected.levelName,
    navConf: level.navConf,
    review: toFrameReview(collected),
    steps: toStepViews(level, collected).map(view => toFrameStep(view, known)),
    fileSizeLimits: { minBytes, maxBytes },
    countries: countriesOf(level),
  };
}

/** Without `clientComment`, which is never for the person [S][C]. */
function toFrameReview(collected: Subject['collected']): FrameApplicant['review'] {
  const review = toReviewAnswer(collected);
  if (review.reviewResult?.reviewAnswer !== 'RED') return review;
  const { clientComment: _, ...reviewResult } = review.reviewResult;
  return { ...review, reviewResult };
}

function toFrameStep(
  { step, state, answer, idDocType, country, images }: StepView,
  person: ApplicantRecord,
): FrameStep {
  const { idDocSetType } = step;
  const given = { idDocSetType, state, moderationComment: answer?.moderationComment ?? null };
  switch (step.kind) {
    case 'documents': {
      const frameImages = images.map(toFrameImage);
      return {
        kind: step.kind,
        ...given,
        moderationComment: frameImages.find(image => image.moderationComment !== null)?.moderationComment ?? null,
        documentTypes: step.documentTypes,
        videoRequired: step.videoRequired,
        idDocType,
        country,
        images: frameImages,
      };
    }
    case 'applicant-data':
      return { kind: step.kind, ...given, fields: step.fields, values: answer?.values ?? toKnownValues(person) };
    case 'questionnaire':
      return { kind: step.kind, ...given, questionnaire: step.questionnaire, values: answer?.values ?? {} };
    case 'contact': {
      const confirmed = answer?.values.address;
      const address = typeof confirmed === 'string' ? confirmed : person[step.contact];
      return { kind: step.kind, ...given, contact: step.contact, address };
    }
  }
}

function toFrameImage({ imageId, idDocSubType, state, review }: ImageRecord): FrameImage {
  const rejected = review?.reviewAnswer === 'RED' ? review : undefined;
  return {
    imageId,
    idDocSubType,
    state: state === 'inactive' ? 'received' : state,
    rejectLabels: rejected?.rejectLabels ?? [],
    moderationComment: rejected?.moderationComment ?? null,
  };
}
