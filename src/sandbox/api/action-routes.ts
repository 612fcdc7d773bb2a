import * as v from 'valibot';
import { ApiError } from '../api-error';
import type { ActionStore } from '../applicants/action-store';
import { submitAction } from '../applicants/actions';
import { requireLevel } from '../applicants/dossier';
import type { ApplicantStore } from '../applicants/store';
import { parseJson } from '../read-body';
import { toActionAnswer } from './action-answer';
import { requireAction, requireApplicant, requireListedApplicant } from './find-subject';
import { fromQuestionnaireAnswers, questionnairesSchema } from './questionnaire-answers';
import type { SignedRequest, SignedRoute } from './signed-routes';

const nonEmpty = v.pipe(v.string(), v.minLength(1));

const newActionSchema = v.looseObject({
  externalActionId: nonEmpty,
  email: v.nullish(nonEmpty, null),
  phone: v.nullish(nonEmpty, null),
  questionnaires: v.nullish(questionnairesSchema, []),
});

/** [S] gives a limit without saying its default. */
const defaultLimit = 1000;

/** Actions of approved applicants: face authorisation, questionnaires and the like [I]. */
export function listActionRoutes({ store, actions }: { store: ApplicantStore; actions: ActionStore }): SignedRoute[] {
  return [
    {
      method: 'POST',
      path: '/resources/applicantActions/-/forApplicant/:applicantId',
      takes: 'json',
      answer(request, text) {
        const applicant = requireApplicant(store, request);
        const level = requireLevel(request.requireQuery('levelName'));
        const { externalActionId, email, phone, questionnaires } = parseJson(newActionSchema, text);
        const answers = fromQuestionnaireAnswers(level, questionnaires);
        const { levelName } = level;
        return Response.json(
          toActionAnswer(actions.create(applicant, { externalActionId, levelName, email, phone, answers })),
        );
      },
    },
    {
      method: 'GET',
      path: '/resources/applicantActions/:actionId/one',
      takes: 'nothing',
      answer: request => Response.json(toActionAnswer(requireAction(actions, request))),
    },
    {
      method: 'GET',
      path: '/resources/applicantActions/:filter',
      takes: 'nothing',
      answer(request) {
        const { applicantId } = requireListedApplicant(store, request);
        const all = actions.list(applicantId);
        const offset = readCount(request, 'offset', 0);
        const limit = readCount(request, 'limit', defaultLimit);
        return Response.json({
          items: all.slice(offset, offset + limit).map(toActionAnswer),
          totalItems: all.length,
        });
      },
    },
    {
      method: 'POST',
      path: '/resources/applicantActions/:actionId/review/status/pending',
      takes: 'nothing',
      answer(request) {
        const { actionId } = requireAction(actions, request);
        return Response.json(toActionAnswer(actions.change(actionId, 'applicantActionPending', submitAction)));
      },
    },
  ];
}

function readCount(request: SignedRequest, name: string, byDefault: number): number {
  const text = request.query(name);
  if (text === undefined || text === '') return byDefault;
  if (!/^\d{1,9}$/.test(text)) throw new ApiError(400, `Query parameter '${name}' must be a number`);
  return Number(text);
}
