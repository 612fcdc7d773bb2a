import type { ApplicantRecord } from '../applicants/applicants';
import { requireLevel, type StepAnswer } from '../applicants/dossier';
import type { ImageRecord } from '../applicants/image-record';
import type { LevelStep } from '../applicants/levels';
import { inventPerson, toRecognisedDocuments } from '../applicants/recognised-documents';
import { type StepView, toStepViews } from '../applicants/steps';
import { clientId } from '../credentials';
import { toApplicantTime, toReviewTime } from '../timestamps';

/** Answer of `/resources/applicants/{applicantId}/status`, and `review` of an applicant. */
export function toReviewAnswer({ review, levelName }: ApplicantRecord) {
  const { reviewId, attemptId, attemptCnt, createdAt, pendingAt, reviewedAt, reviewResult, reviewStatus } = review;
  return {
    reviewId,
    attemptId,
    attemptCnt,
    ...(pendingAt !== null && reviewedAt !== null ? { elapsedSincePendingMs: reviewedAt - pendingAt } : {}),
    levelName,
    createDate: toReviewTime(createdAt),
    ...(reviewedAt !== null ? { reviewDate: toReviewTime(reviewedAt) } : {}),
    ...(reviewResult !== null ? { reviewResult } : {}),
    reviewStatus,
    priority: 0,
  };
}

/** Answer of `/resources/applicants/{applicantId}/one`. */
export function toApplicantAnswer(applicant: ApplicantRecord) {
  const { email, phone, lang } = applicant;
  return {
    id: applicant.applicantId,
    createdAt: toApplicantTime(applicant.createdAt),
    key: applicant.key,
    clientId,
    inspectionId: applicant.inspectionId,
    externalUserId: applicant.externalUserId,
    ...(email !== null ? { email } : {}),
    ...(phone !== null ? { phone } : {}),
    ...(lang !== null ? { lang } : {}),
    applicantPlatform: 'Web',
    type: 'individual',
    info: toInfo(applicant),
    requiredIdDocs: toRequiredIdDocs(applicant),
    review: toReviewAnswer(applicant),
  };
}

function toInfo(applicant: ApplicantRecord) {
  const idDocs = toRecognisedDocuments(applicant);
  const country = applicant.recognised[0]?.country;
  if (country === undefined) return {};
  const { firstName, lastName, dob } = inventPerson(applicant.applicantId);
  return { firstName, firstNameEn: firstName, lastName, lastNameEn: lastName, dob, country, idDocs };
}

function toRequiredIdDocs({ levelName }: ApplicantRecord) {
  const { steps, excludedCountries } = requireLevel(levelName);
  return { excludedCountries, docSets: steps.map(toDocSet) };
}

function toDocSet(step: LevelStep) {
  const { idDocSetType } = step;
  switch (step.kind) {
    case 'documents': {
      const subTypes = [...new Set(step.documentTypes.flatMap(({ sides }) => sides))].filter(side => side !== null);
      return {
        idDocSetType,
        types: step.documentTypes.map(({ idDocType }) => idDocType),
        ...(subTypes.length > 0 ? { subTypes } : {}),
        ...(step.videoRequired === null ? {} : { videoRequired: step.videoRequired }),
      };
    }
    case 'applicant-data':
      return { idDocSetType, fields: step.fields.map(({ name, required }) => ({ name, required })) };
    case 'questionnaire':
    case 'contact':
      return { idDocSetType };
  }
}

/** Answer of `/resources/applicants/{applicantId}/requiredIdDocsStatus`; image ids are numbers there. */
export function toRequiredIdDocsStatus(applicant: ApplicantRecord) {
  const views = toStepViews(requireLevel(applicant.levelName), applicant);
  return Object.fromEntries(views.map(view => [view.step.idDocSetType, toStepStatus(view)]));
}

function toStepStatus({ images, idDocType, country, answer }: StepView) {
  if (answer) return answer.state === 'received' ? {} : { reviewResult: toAnswerResult(answer) };
  if (images.length === 0) return null;
  const reviewed = images.flatMap(({ imageId, review }) => (review ? [[imageId, review] as const] : []));
  const reviewResult = toStepResult(images);
  return {
    ...(reviewResult ? { reviewResult } : {}),
    country,
    idDocType,
    imageIds: images.map(({ imageId }) => Number(imageId)),
    imageReviewResults: Object.fromEntries(reviewed),
  };
}

function toStepResult(images: ImageRecord[]) {
  const rejected = images.map(({ review }) => review).find(review => review?.reviewAnswer === 'RED');
  if (rejected?.reviewAnswer === 'RED') {
    const { moderationComment, reviewAnswer } = rejected;
    return { ...(moderationComment === undefined ? {} : { moderationComment }), reviewAnswer };
  }
  return images.every(({ review }) => review?.reviewAnswer === 'GREEN') ? { reviewAnswer: 'GREEN' } : undefined;
}

function toAnswerResult({ state, moderationComment }: StepAnswer) {
  if (state !== 'send-again') return { reviewAnswer: 'GREEN' };
  return { ...(moderationComment === null ? {} : { moderationComment }), reviewAnswer: 'RED' };
}
