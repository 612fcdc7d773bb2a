import * as v from 'valibot';
import { isRejectLabel, rejectLabels } from '#idngo/reject-labels';
import { reviewRejectTypes } from '#idngo/review';
import { ApiError } from '../api-error';
import { decideApplicant, reset, resetStep, submitApplicant } from '../applicants/applicants';
import { toReviewResult } from '../applicants/review-record';
import type { ApplicantStore } from '../applicants/store';
import { parseJson } from '../read-body';
import { answerOk } from './answers';
import { toHistoryAnswer, toReviewAnswer } from './applicant-answers';
import { requireApplicant, requireListedApplicant } from './find-subject';
import { toModerationStates } from './moderation-states';
import { toRequiredIdDocsStatus } from './required-documents-answer';
import type { SignedRoute } from './signed-routes';

const testVerdictSchema = v.variant('reviewAnswer', [
  v.looseObject({ reviewAnswer: v.literal('GREEN'), rejectLabels: v.array(v.string()) }),
  v.looseObject({
    reviewAnswer: v.literal('RED'),
    rejectLabels: v.array(v.string()),
    reviewRejectType: v.optional(v.picklist(reviewRejectTypes)),
    moderationComment: v.optional(v.string()),
    clientComment: v.optional(v.string()),
  }),
]);

/** What becomes of an applicant: status, results, the request for a check, and taking it back. */
export function listReviewRoutes({ store }: { store: ApplicantStore }): SignedRoute[] {
  return [
    {
      method: 'GET',
      path: '/resources/applicants/:applicantId/status',
      takes: 'nothing',
      answer: request => Response.json(toReviewAnswer(requireApplicant(store, request))),
    },
    {
      method: 'GET',
      path: '/resources/applicants/:applicantId/requiredIdDocsStatus',
      takes: 'nothing',
      answer: request => Response.json(toRequiredIdDocsStatus(requireApplicant(store, request))),
    },
    {
      method: 'GET',
      path: '/resources/applicants/:applicantId/review/history',
      takes: 'nothing',
      answer(request) {
        const { history } = requireApplicant(store, request);
        const levelName = request.query('levelName');
        return Response.json(
          toHistoryAnswer(levelName ? history.filter(past => past.levelName === levelName) : history),
        );
      },
    },
    {
      method: 'GET',
      path: '/resources/moderationStates/:filter',
      takes: 'nothing',
      answer: request => Response.json(toModerationStates(requireListedApplicant(store, request))),
    },
    {
      method: 'POST',
      path: '/resources/applicants/:applicantId/status/pending',
      takes: 'nothing',
      answer(request) {
        const reasonCode = request.query('reasonCode') || null;
        store.change(requireApplicant(store, request).applicantId, 'applicantPending', (applicant, at) =>
          submitApplicant(applicant, at, reasonCode),
        );
        return answerOk();
      },
    },
    {
      method: 'POST',
      path: '/resources/applicants/:applicantId/status/testCompleted',
      takes: 'json',
      answer(request, text) {
        const { applicantId } = requireApplicant(store, request);
        if (request.environment !== 'sandbox') {
          throw new ApiError(403, 'testCompleted works only with a sandbox app token and a sandbox applicant');
        }
        const result = toTestResult(parseJson(testVerdictSchema, text));
        store.change(applicantId, 'applicantReviewed', (applicant, at) =>
          decideApplicant(applicant, { result, images: {}, steps: {} }, at),
        );
        return answerOk();
      },
    },
    {
      method: 'POST',
      path: '/resources/applicants/:applicantId/reset',
      takes: 'nothing',
      answer(request) {
        store.change(requireApplicant(store, request).applicantId, 'applicantReset', reset);
        return answerOk();
      },
    },
    {
      method: 'POST',
      path: '/resources/applicants/:applicantId/resetStep/:idDocSetType',
      takes: 'nothing',
      answer(request) {
        const idDocSetType = request.param('idDocSetType');
        store.change(requireApplicant(store, request).applicantId, 'applicantStepsReset', applicant =>
          resetStep(applicant, idDocSetType),
        );
        return answerOk();
      },
    },
  ];
}

/** [?] Without `reviewRejectType`, which is optional there, a label that is final by default makes the RED final. */
function toTestResult(verdict: v.InferOutput<typeof testVerdictSchema>) {
  if (verdict.reviewAnswer === 'GREEN') return toReviewResult({ reviewAnswer: 'GREEN' });
  const isFinal = verdict.rejectLabels.some(label => isRejectLabel(label) && rejectLabels[label] === 'FINAL');
  return toReviewResult({ ...verdict, reviewRejectType: verdict.reviewRejectType ?? (isFinal ? 'FINAL' : 'RETRY') });
}
