import * as v from 'valibot';
import { ApiError } from '../api-error';
import { type ApplicantRecord, moveToLevel, switchPresence } from '../applicants/applicants';
import { requireLevel } from '../applicants/dossier';
import type { ApplicantStore } from '../applicants/store';
import { parseJson } from '../read-body';
import { answerOk } from './answers';
import { toApplicantAnswer } from './applicant-answers';
import { requireApplicant } from './find-subject';
import type { SignedRoute } from './signed-routes';

const nonEmpty = v.pipe(v.string(), v.minLength(1));

const newApplicantSchema = v.looseObject({
  externalUserId: nonEmpty,
  sourceKey: v.nullish(nonEmpty, null),
  email: v.nullish(nonEmpty, null),
  phone: v.nullish(nonEmpty, null),
  lang: v.nullish(nonEmpty, null),
  fixedInfo: v.nullish(v.record(v.string(), v.unknown()), null),
  metadata: v.nullish(v.array(v.object({ key: v.string(), value: v.string() })), []),
  type: v.nullish(v.literal('individual', 'only individual applicants are imitated')),
});

/** Who there is: creation, reading, the level, and whether the profile is active. */
export function listApplicantRoutes({ store }: { store: ApplicantStore }): SignedRoute[] {
  const answerApplicant = (applicant: ApplicantRecord, status = 200) =>
    Response.json(toApplicantAnswer(applicant), { status });

  return [
    {
      method: 'POST',
      path: '/resources/applicants',
      takes: 'json',
      answer(request, text) {
        const { levelName } = requireLevel(request.requireQuery('levelName'));
        const { externalUserId, sourceKey, email, phone, lang, fixedInfo, metadata } = parseJson(
          newApplicantSchema,
          text,
        );
        const { environment } = request;
        const existing = store.findByExternalUserId(externalUserId, environment);
        if (existing) {
          throw new ApiError(409, `Applicant with this external user id already exists: ${existing.applicantId}`);
        }
        const person = { externalUserId, sourceKey, email, phone, lang, fixedInfo, metadata };
        return answerApplicant(store.create({ ...person, environment, levelName, platform: 'API' }), 201);
      },
    },
    {
      method: 'GET',
      path: '/resources/applicants/:applicantId/one',
      takes: 'nothing',
      answer: request => answerApplicant(requireApplicant(store, request)),
    },
    {
      method: 'POST',
      path: '/resources/applicants/:applicantId/moveToLevel',
      takes: 'nothing',
      answer(request) {
        const levelName = request.requireQuery('name');
        const { applicantId } = requireApplicant(store, request);
        return answerApplicant(
          store.change(applicantId, 'applicantLevelChanged', (current, at) => moveToLevel(current, levelName, at)),
        );
      },
    },
    {
      method: 'PATCH',
      path: '/resources/applicants/:applicantId/presence/activated',
      takes: 'nothing',
      answer(request) {
        store.change(requireApplicant(store, request).applicantId, 'applicantActivated', current =>
          switchPresence(current, 'active'),
        );
        return answerOk();
      },
    },
    {
      method: 'PATCH',
      path: '/resources/applicants/:applicantId/presence/deactivated',
      takes: 'nothing',
      answer(request) {
        store.change(requireApplicant(store, request).applicantId, 'applicantDeactivated', current =>
          switchPresence(current, 'deactivated'),
        );
        return answerOk();
      },
    },
  ];
}
