import type { ApplicantRecord } from '../applicants/applicants';
import { activeImages } from '../applicants/dossier';
import { toButtonIds } from '../applicants/review-record';

type ButtonStates = Record<string, { value: true }>;

/** Answer of `/resources/moderationStates/-;applicantId=…`: the reasons behind a rejection, by button id [S][G]. */
export function toModerationStates(applicant: ApplicantRecord) {
  const { reviewResult } = applicant.review;
  const rejected = activeImages(applicant).flatMap(({ imageId, review }) =>
    review?.reviewAnswer === 'RED' ? [[imageId, { state: toStates(review.rejectLabels) }] as const] : [],
  );
  const labels = reviewResult?.reviewAnswer === 'RED' ? reviewResult.rejectLabels : [];
  return {
    applicantId: applicant.applicantId,
    imagesStates: Object.fromEntries(rejected),
    applicantState: toStates(labels),
  };
}

function toStates(labels: readonly string[]): ButtonStates {
  return Object.fromEntries(toButtonIds(labels).map(id => [id, { value: true }]));
}
