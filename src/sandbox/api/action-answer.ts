import type { ActionRecord } from '../applicants/actions';
import { requireLevel } from '../applicants/dossier';
import { clientId } from '../credentials';
import { toApplicantTime } from '../timestamps';
import { toReviewAnswer } from './applicant-answers';
import { toImageList } from './image-list-answer';
import { toQuestionnaireAnswers } from './questionnaire-answers';
import { toRequiredIdDocs } from './required-documents-answer';

/** An action, as every one of its endpoints answers it [S]. */
export function toActionAnswer(action: ActionRecord) {
  const { email, phone } = action;
  const level = requireLevel(action.levelName);
  const questionnaires = toQuestionnaireAnswers(level, action.answers);
  return {
    id: action.actionId,
    createdAt: toApplicantTime(action.createdAt),
    clientId,
    externalActionId: action.externalActionId,
    applicantId: action.applicantId,
    inspectionId: action.inspectionId,
    ...(email === null ? {} : { email }),
    ...(phone === null ? {} : { phone }),
    ...(level.steps.some(({ idDocSetType }) => idDocSetType === 'SELFIE') ? { type: 'faceEnrollment' } : {}),
    review: toReviewAnswer(action),
    requiredIdDocs: toRequiredIdDocs(action),
    images: toImageList(action).items,
    ...(questionnaires.length > 0 ? { questionnaires } : {}),
    checks: toChecks(action),
  };
}

/** [?] One check, named after what the level's first step asks for. */
function toChecks({ actionId, levelName, review }: ActionRecord) {
  if (review.reviewedAt === null || review.reviewResult === null) return [];
  return [
    {
      answer: review.reviewResult.reviewAnswer,
      checkType: requireLevel(levelName).steps[0]?.idDocSetType,
      createdAt: toApplicantTime(review.reviewedAt),
      id: `${actionId}-${review.attemptId}`,
      attemptId: review.attemptId,
    },
  ];
}
