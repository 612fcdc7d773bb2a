import type { Hono } from 'hono';
import * as v from 'valibot';
import { documentMetadataSchema, framePaths, type UploadAnswer } from '#stand-in/frame-contract';
import type { AccessTokenGrant, AccessTokens } from '../api/access-tokens';
import type { SandboxEnv } from '../api/wire-path';
import { ApiError } from '../api-error';
import { type ApplicantRecord, canMove, moveToLevel, submitApplicant } from '../applicants/applicants';
import { type AddedDocument, addDocument } from '../applicants/documents';
import { answerImage } from '../applicants/image-answer';
import type { ApplicantStore } from '../applicants/store';
import type { UploadReceiver } from '../files/receive-upload';
import type { UploadLimits } from '../files/upload-limits';
import { parseJson } from '../read-body';
import type { ContactCodes } from './contact-codes';
import type { FastFail } from './fast-fail';
import { addFormRoutes } from './form-routes';
import { toFrameApplicant } from './frame-applicant';
import { requireGrant } from './require-grant';

export interface FrameDependencies {
  store: ApplicantStore;
  accessTokens: AccessTokens;
  uploads: UploadReceiver;
  fastFail: FastFail;
  contactCodes: ContactCodes;
  now: () => number;
  limits: UploadLimits;
}

const languageSchema = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/));

/** The server behind the frame, as `frame-contract.ts` promises it. */
export function addFrameRoutes(
  app: Hono<SandboxEnv>,
  { store, accessTokens, uploads, fastFail, contactCodes, now, limits }: FrameDependencies,
): void {
  /** A token for another level moves the applicant there, unless it is being checked. */
  function openApplicant(grant: AccessTokenGrant): ApplicantRecord {
    const { externalUserId, environment, levelName, lang, email, phone } = grant;
    const applicant = store.findByExternalUserId(externalUserId, environment);
    if (!applicant) return store.create({ externalUserId, environment, levelName, lang, email, phone });
    if (applicant.levelName === levelName || !canMove(applicant)) return applicant;
    return store.change(applicant.applicantId, 'applicantLevelChanged', (current, at) =>
      moveToLevel(current, levelName, at),
    );
  }

  const toAnswer = (applicant: ApplicantRecord) => toFrameApplicant(applicant, limits);
  const answer = (applicant: ApplicantRecord) => Response.json(toAnswer(applicant));

  app.use('/frame/api/*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.get(framePaths.applicant, c => {
    const applicant = openApplicant(requireGrant(c, accessTokens));
    const lang = v.safeParse(languageSchema, c.req.query('lang'));
    if (!lang.success || lang.output === applicant.lang) return answer(applicant);
    return answer(store.change(applicant.applicantId, null, current => ({ ...current, lang: lang.output })));
  });
  app.post(framePaths.documents, async c => {
    const { applicantId } = openApplicant(requireGrant(c, accessTokens));
    const upload = await uploads.receive(c.req.raw);
    try {
      if (upload.metadata === undefined) throw new ApiError(400, "The part 'metadata' is missing");
      const description = parseJson(documentMetadataSchema, upload.metadata);
      const { check } = fastFail;
      const added = await addDocument({ store, applicantId, description, upload, limits, check });
      return Response.json(toUploadAnswer(added));
    } finally {
      await upload.discard();
    }
  });
  app.get(`${framePaths.images}/:imageId`, c => {
    const { applicantId } = openApplicant(requireGrant(c, accessTokens));
    const found = store.findImage(c.req.param('imageId'));
    if (found?.applicant.applicantId !== applicantId || found.image.state === 'inactive') {
      throw new ApiError(404, 'Image not found');
    }
    return answerImage(store.imagePath(found.image.imageId), found.image);
  });
  addFormRoutes(app, {
    store,
    contactCodes,
    now,
    openApplicant: c => openApplicant(requireGrant(c, accessTokens)),
    toFrameApplicant: toAnswer,
  });
  app.post(framePaths.submit, c => {
    const { applicantId } = openApplicant(requireGrant(c, accessTokens));
    return answer(store.change(applicantId, 'applicantPending', submitApplicant));
  });
}

function toUploadAnswer({ imageId, errors, warnings }: AddedDocument): UploadAnswer {
  return { imageId: errors.length > 0 ? null : imageId, errors: [...errors], warnings: [...warnings] };
}
