import type { ApplicantRecord } from '../applicants/applicants';
import { type Dossier, requireLevel } from '../applicants/dossier';
import { toRecognisedDocuments } from '../applicants/recognised-documents';
import type { PastReview } from '../applicants/review-record';
import { clientId } from '../credentials';
import { toApplicantTime, toReviewTime } from '../timestamps';
import { toQuestionnaireAnswers } from './questionnaire-answers';
import { toRequiredIdDocs } from './required-documents-answer';

/** Answer of `/resources/applicants/{applicantId}/status`, and `review` of an applicant or action. */
export function toReviewAnswer({ review, levelName }: Pick<Dossier, 'review' | 'levelName'>) {
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
    ...(review.reasonCode === undefined ? {} : { reviewReasonCode: review.reasonCode }),
    priority: 0,
  };
}

/** Answer of `/resources/applicants/{applicantId}/review/history` [S]. */
export function toHistoryAnswer(history: readonly PastReview[]) {
  const items = history.map(({ attemptId, levelName, reviewedAt, reviewResult }) => ({
    attemptId,
    levelName,
    reviewDate: toReviewTime(reviewedAt),
    reviewResult,
    reviewStatus: 'completed',
  }));
  return { items, totalItems: items.length };
}

/** Answer of `/resources/applicants/{applicantId}/one`. */
export function toApplicantAnswer(applicant: ApplicantRecord) {
  const { email, phone, lang, sourceKey, metadata, fixedInfo, platform } = applicant;
  const questionnaires = toQuestionnaireAnswers(requireLevel(applicant.levelName), applicant.answers);
  return {
    id: applicant.applicantId,
    createdAt: toApplicantTime(applicant.createdAt),
    ...(platform === 'API' ? { createdBy: clientId } : {}),
    key: applicant.key,
    clientId,
    inspectionId: applicant.inspectionId,
    externalUserId: applicant.externalUserId,
    ...(sourceKey !== null ? { sourceKey } : {}),
    ...(email !== null ? { email } : {}),
    ...(phone !== null ? { phone } : {}),
    ...(lang !== null ? { lang } : {}),
    ...(metadata.length > 0 ? { metadata } : {}),
    ...(applicant.tags.length > 0 ? { tags: applicant.tags } : {}),
    applicantPlatform: platform,
    type: 'individual',
    ...(applicant.presence === 'deactivated' ? { deleted: true } : {}),
    info: toInfo(applicant),
    ...(fixedInfo !== null ? { fixedInfo } : {}),
    ...(platform === 'Web' ? { agreement: toAgreement(applicant) } : {}),
    requiredIdDocs: toRequiredIdDocs(applicant),
    review: toReviewAnswer(applicant),
    ...(questionnaires.length > 0 ? { questionnaires } : {}),
  };
}

function toInfo(applicant: ApplicantRecord) {
  const { person, recognised } = applicant;
  const country = recognised[0]?.country;
  if (person === null || country === undefined) return {};
  const { address, ...holder } = person;
  const isAtAddress = recognised.find(({ idDocType }) => idDocType === 'UTILITY_BILL');
  return {
    ...holder,
    country,
    ...(isAtAddress ? { addresses: [{ ...address, country: isAtAddress.country }] } : {}),
    idDocs: toRecognisedDocuments(applicant),
  };
}

/** [?] That the frame was used at all stands for the consent it begins with. */
function toAgreement({ createdAt, key }: ApplicantRecord) {
  const at = toApplicantTime(createdAt);
  return {
    createdAt: at,
    acceptedAt: at,
    source: 'WebSDK',
    recordIds: [Buffer.from(key).toString('hex').slice(0, 24)],
  };
}
