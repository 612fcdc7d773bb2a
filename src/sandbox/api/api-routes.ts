import * as v from 'valibot';
import { idDocSubTypes } from '#idngo/documents';
import type { FileSizeLimits } from '#idngo/file-rules';
import { isRejectLabel, rejectLabels } from '#idngo/reject-labels';
import { reviewRejectTypes } from '#idngo/review';
import { ApiError } from '../api-error';
import {
  type ApplicantRecord,
  decideApplicant,
  moveToLevel,
  reset,
  submitApplicant,
  switchPresence,
} from '../applicants/applicants';
import { addDocument } from '../applicants/documents';
import { requireLevel } from '../applicants/dossier';
import { answerImage } from '../applicants/image-answer';
import type { ReviewResult } from '../applicants/review-record';
import type { ApplicantStore } from '../applicants/store';
import { type FastFail, toFastFailAnswer } from '../frame/fast-fail';
import { parseJson } from '../read-body';
import type { AccessTokens } from './access-tokens';
import { toApplicantAnswer, toRequiredIdDocsStatus, toReviewAnswer } from './applicant-answers';
import type { SignedContext, SignedRoute } from './signed-routes';

const ok = () => Response.json({ ok: 1 });
const nonEmpty = v.pipe(v.string(), v.minLength(1));

const newApplicantSchema = v.object({
  externalUserId: nonEmpty,
  email: v.nullish(nonEmpty, null),
  phone: v.nullish(nonEmpty, null),
  lang: v.nullish(nonEmpty, null),
  fixedInfo: v.nullish(v.record(v.string(), v.unknown()), null),
  metadata: v.nullish(v.array(v.object({ key: v.string(), value: v.string() })), []),
});

const uploadMetadataSchema = v.looseObject({
  idDocType: nonEmpty,
  country: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'country must be an ISO 3166-1 alpha-3 code')),
  idDocSubType: v.nullish(v.picklist(idDocSubTypes), null),
});

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

export interface ApiDependencies {
  store: ApplicantStore;
  accessTokens: AccessTokens;
  fastFail: FastFail;
  limits: FileSizeLimits;
}

/** IDnGO's own addresses under `/resources`. */
export function listApiRoutes({ store, accessTokens, fastFail, limits }: ApiDependencies): SignedRoute[] {
  function requireApplicant(c: SignedContext): ApplicantRecord {
    const id = c.req.param('applicantId') ?? '';
    const externalUserId = /^-;externalUserId=(.+)$/s.exec(id)?.[1];
    const applicant = externalUserId === undefined ? store.find(id) : store.findByExternalUserId(externalUserId);
    if (!applicant || applicant.presence === 'deleted') throw new ApiError(404, 'Applicant not found');
    return applicant;
  }

  return [
    {
      method: 'POST',
      path: '/resources/accessTokens',
      takes: 'nothing',
      answer(c) {
        const externalUserId = requireQuery(c, 'userId');
        const { levelName } = requireLevel(requireQuery(c, 'levelName'));
        const ttlInSecs = readTtl(c.req.query('ttlInSecs'));
        const token = accessTokens.mint({ externalUserId, levelName, ttlInSecs, lang: c.req.query('lang') ?? null });
        return Response.json({ token, userId: externalUserId });
      },
    },
    {
      method: 'POST',
      path: '/resources/applicants',
      takes: 'json',
      answer(c, text) {
        const { levelName } = requireLevel(requireQuery(c, 'levelName'));
        const person = parseJson(newApplicantSchema, text);
        const existing = store.findByExternalUserId(person.externalUserId);
        if (existing) {
          throw new ApiError(409, `Applicant with this external user id already exists: ${existing.applicantId}`);
        }
        const applicant = store.create({ ...person, levelName });
        return Response.json(toApplicantAnswer(applicant), { status: 201 });
      },
    },
    {
      method: 'GET',
      path: '/resources/applicants/:applicantId/one',
      takes: 'nothing',
      answer: c => Response.json(toApplicantAnswer(requireApplicant(c))),
    },
    {
      method: 'GET',
      path: '/resources/applicants/:applicantId/status',
      takes: 'nothing',
      answer: c => Response.json(toReviewAnswer(requireApplicant(c))),
    },
    {
      method: 'GET',
      path: '/resources/applicants/:applicantId/requiredIdDocsStatus',
      takes: 'nothing',
      answer: c => Response.json(toRequiredIdDocsStatus(requireApplicant(c))),
    },
    {
      method: 'POST',
      path: '/resources/applicants/:applicantId/info/idDoc',
      takes: 'upload',
      async answer(c, upload) {
        const { applicantId } = requireApplicant(c);
        if (upload.metadata === undefined) throw new ApiError(400, "The part 'metadata' is missing");
        const { idDocType, country, idDocSubType } = parseJson(uploadMetadataSchema, upload.metadata);
        const description = { idDocType, country, idDocSubType };
        const wantsWarnings = c.req.header('X-Return-Doc-Warnings') === 'true';
        const check = wantsWarnings ? { check: fastFail.check } : {};
        const added = await addDocument({ store, applicantId, description, upload, limits, ...check });
        const answer = { idDocType, country, ...(idDocSubType ? { idDocSubType } : {}), ...toFastFailAnswer(added) };
        return Response.json(answer, { headers: { 'X-Image-Id': added.imageId } });
      },
    },
    {
      method: 'POST',
      path: '/resources/applicants/:applicantId/status/pending',
      takes: 'nothing',
      answer(c) {
        store.change(requireApplicant(c).applicantId, 'applicantPending', submitApplicant);
        return ok();
      },
    },
    {
      method: 'POST',
      path: '/resources/applicants/:applicantId/status/testCompleted',
      takes: 'json',
      answer(c, text) {
        const { applicantId } = requireApplicant(c);
        const result = toReviewResult(parseJson(testVerdictSchema, text));
        store.change(applicantId, 'applicantReviewed', (applicant, at) =>
          decideApplicant(applicant, { result, images: {}, steps: {} }, at),
        );
        return ok();
      },
    },
    {
      method: 'POST',
      path: '/resources/applicants/:applicantId/reset',
      takes: 'nothing',
      answer(c) {
        store.change(requireApplicant(c).applicantId, 'applicantReset', reset);
        return ok();
      },
    },
    {
      method: 'POST',
      path: '/resources/applicants/:applicantId/moveToLevel',
      takes: 'nothing',
      answer(c) {
        const levelName = requireQuery(c, 'name');
        const applicant = store.change(requireApplicant(c).applicantId, 'applicantLevelChanged', (current, at) =>
          moveToLevel(current, levelName, at),
        );
        return Response.json(toApplicantAnswer(applicant));
      },
    },
    {
      method: 'PATCH',
      path: '/resources/applicants/:applicantId/presence/activated',
      takes: 'nothing',
      answer(c) {
        store.change(requireApplicant(c).applicantId, 'applicantActivated', current =>
          switchPresence(current, 'active'),
        );
        return ok();
      },
    },
    {
      method: 'PATCH',
      path: '/resources/applicants/:applicantId/presence/deactivated',
      takes: 'nothing',
      answer(c) {
        store.change(requireApplicant(c).applicantId, 'applicantDeactivated', current =>
          switchPresence(current, 'deactivated'),
        );
        return ok();
      },
    },
    {
      method: 'GET',
      path: '/resources/inspections/:inspectionId/resources/:imageId',
      takes: 'nothing',
      answer(c) {
        const found = store.findImage(c.req.param('imageId') ?? '');
        if (!found || found.applicant.inspectionId !== c.req.param('inspectionId')) {
          throw new ApiError(404, 'Image not found');
        }
        return answerImage(store.imagePath(found.image.imageId), found.image);
      },
    },
    { method: 'GET', path: '/resources/status/api', takes: 'nothing', answer: ok },
  ];
}

function requireQuery(c: SignedContext, name: string): string {
  const value = c.req.query(name);
  if (!value) throw new ApiError(400, `Query parameter '${name}' is required`);
  return value;
}

const defaultTtlInSecs = 600;

function readTtl(text: string | undefined): number {
  if (text === undefined) return defaultTtlInSecs;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new ApiError(400, "Query parameter 'ttlInSecs' must be a number of seconds");
  return Number(text);
}

/** Without `reviewRejectType`, which is optional there, a label that is final by default makes the RED final. */
function toReviewResult(verdict: v.InferOutput<typeof testVerdictSchema>): ReviewResult {
  if (verdict.reviewAnswer === 'GREEN') return { reviewAnswer: 'GREEN' };
  const isFinal = verdict.rejectLabels.some(label => isRejectLabel(label) && rejectLabels[label] === 'FINAL');
  return {
    ...(verdict.moderationComment === undefined ? {} : { moderationComment: verdict.moderationComment }),
    ...(verdict.clientComment === undefined ? {} : { clientComment: verdict.clientComment }),
    reviewAnswer: 'RED',
    rejectLabels: verdict.rejectLabels,
    reviewRejectType: verdict.reviewRejectType ?? (isFinal ? 'FINAL' : 'RETRY'),
  };
}
