import * as v from 'valibot';
import { ApiError } from '../api-error';
import { levels } from '../applicants/levels';
import {
  addToBlocklist,
  changeFixedInfo,
  changeRecognisedInfo,
  changeTags,
  changeTopLevelInfo,
} from '../applicants/personal-data';
import type { ApplicantStore } from '../applicants/store';
import { clientId } from '../credentials';
import { parseJson } from '../read-body';
import type { AccessTokens } from './access-tokens';
import { toApplicantAnswer } from './applicant-answers';
import { requireApplicant, requireReachable } from './find-subject';
import { toRequiredIdDocs } from './required-documents-answer';
import type { SignedRoute } from './signed-routes';

const nonEmpty = v.pipe(v.string(), v.minLength(1));
const text = v.optional(v.string());

const topLevelSchema = v.looseObject({
  id: nonEmpty,
  externalUserId: v.nullish(nonEmpty),
  email: v.nullish(nonEmpty),
  phone: v.nullish(nonEmpty),
  lang: v.nullish(nonEmpty),
  sourceKey: v.nullish(nonEmpty),
  metadata: v.nullish(v.array(v.object({ key: v.string(), value: v.string() }))),
});

const recognisedSchema = v.object({
  firstName: text,
  firstNameEn: text,
  lastName: text,
  lastNameEn: text,
  middleName: text,
  middleNameEn: text,
  dob: text,
  gender: text,
  placeOfBirth: text,
  countryOfBirth: text,
  nationality: text,
});

/**
 * What published clients of the family also call [G]: levels, corrections of a profile, tags, the block list. IDnGO's
 * readable documents do not have these; shapes of the answers are those of the clients' types.
 */
export function listProfileRoutes({
  store,
  accessTokens,
}: {
  store: ApplicantStore;
  accessTokens: AccessTokens;
}): SignedRoute[] {
  return [
    {
      method: 'GET',
      path: '/resources/applicants/-/levels',
      takes: 'nothing',
      answer() {
        const items = levels.map(({ levelName, type }) => ({
          name: levelName,
          clientId,
          type: type === 'actions' ? 'actions' : 'standalone',
          applicantType: 'individual',
          requiredIdDocs: toRequiredIdDocs({ levelName }),
        }));
        return Response.json({ list: { items, totalItems: items.length } });
      },
    },
    {
      method: 'POST',
      path: '/resources/applicants/:applicantId/requiredIdDocs',
      takes: 'nothing',
      answer: request => Response.json(toRequiredIdDocs(requireApplicant(store, request))),
    },
    {
      method: 'PATCH',
      path: '/resources/applicants',
      takes: 'json',
      answer({ environment }, body) {
        const { id, externalUserId, ...others } = parseJson(topLevelSchema, body);
        const before = requireReachable(store.find(id), environment);
        const { applicantId } = before;
        const namesake = externalUserId ? store.findByExternalUserId(externalUserId, environment) : undefined;
        if (namesake && namesake.applicantId !== applicantId) {
          throw new ApiError(409, `Applicant with this external user id already exists: ${namesake.applicantId}`);
        }
        const { email, phone, lang, sourceKey, metadata } = others;
        const info = withoutAbsent({ externalUserId, email, phone, lang, sourceKey, metadata });
        const applicant = store.change(applicantId, 'applicantPersonalInfoChanged', current =>
          changeTopLevelInfo(current, info),
        );
        // They are for the id of before, and would bring about an applicant under it.
        if (applicant.externalUserId !== before.externalUserId) {
          accessTokens.expireAll(before.externalUserId, environment);
        }
        return Response.json(toApplicantAnswer(applicant));
      },
    },
    {
      method: 'PATCH',
      path: '/resources/applicants/:applicantId/fixedInfo',
      takes: 'json',
      answer(request, body) {
        const fields = parseJson(v.record(v.string(), v.unknown()), body);
        const { applicantId } = requireApplicant(store, request);
        const applicant = store.change(applicantId, 'applicantPersonalInfoChanged', current =>
          changeFixedInfo(current, fields),
        );
        return Response.json(toApplicantAnswer(applicant).fixedInfo);
      },
    },
    {
      method: 'PATCH',
      path: '/resources/applicants/:applicantId/info',
      takes: 'json',
      answer(request, body) {
        const fields = withoutAbsent(parseJson(recognisedSchema, body));
        const { applicantId } = requireApplicant(store, request);
        const applicant = store.change(applicantId, 'applicantPersonalInfoChanged', current =>
          changeRecognisedInfo(current, fields),
        );
        return Response.json(toApplicantAnswer(applicant).info);
      },
    },
    {
      method: 'POST',
      path: '/resources/applicants/:applicantId/tags',
      takes: 'json',
      answer(request, body) {
        const tags = parseJson(v.array(nonEmpty), body);
        const { applicantId } = requireApplicant(store, request);
        const applicant = store.change(applicantId, 'applicantTagsChanged', current => changeTags(current, tags));
        return Response.json(toApplicantAnswer(applicant));
      },
    },
    {
      method: 'POST',
      path: '/resources/applicants/:applicantId/blacklist',
      takes: 'nothing',
      answer(request) {
        const { applicantId } = requireApplicant(store, request);
        return Response.json(toApplicantAnswer(store.change(applicantId, null, addToBlocklist)));
      },
    },
  ];
}

/** A field that is null or left out stays as it is [G]. */
function withoutAbsent<T extends Record<string, unknown>>(
  fields: T,
): { [K in keyof T]?: Exclude<T[K], null | undefined> } {
  const present = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(present) as { [K in keyof T]?: Exclude<T[K], null | undefined> };
}
