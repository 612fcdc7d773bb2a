import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import { documentMetadataSchema, framePaths, type UploadAnswer } from '#stand-in/frame-contract';
import type { AccessTokens } from '../api/access-tokens';
import type { SandboxEnv } from '../api/wire-path';
import { ApiError } from '../api-error';
import type { ActionStore } from '../applicants/action-store';
import { type AddedDocument, addDocument } from '../applicants/documents';
import { answerImage } from '../applicants/image-answer';
import type { ApplicantStore } from '../applicants/store';
import type { Subject } from '../applicants/subject';
import type { UploadReceiver } from '../files/receive-upload';
import type { UploadLimits } from '../files/upload-limits';
import { parseJson } from '../read-body';
import type { ContactCodes } from './contact-codes';
import type { FastFail } from './fast-fail';
import { addFormRoutes } from './form-routes';
import { toFrameApplicant } from './frame-applicant';
import { moveToTokensLevel, openSubject } from './open-subject';
import { readToken, requireGrant } from './require-grant';

export interface FrameDependencies {
  store: ApplicantStore;
  actions: ActionStore;
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
  { store, actions, accessTokens, uploads, fastFail, contactCodes, now, limits }: FrameDependencies,
): void {
  const open = (c: Context<SandboxEnv>) => openSubject({ store, actions }, requireGrant(c, accessTokens));
  const toAnswer = (subject: Subject) => toFrameApplicant(subject, limits);
  const answer = (subject: Subject) => Response.json(toAnswer(subject));

  app.use('/frame/api/*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.get(framePaths.applicant, c => {
    const grant = requireGrant(c, accessTokens);
    if (accessTokens.noteStart(readToken(c))) moveToTokensLevel(store, grant);
    const { person } = open(c);
    const lang = v.safeParse(languageSchema, c.req.query('lang'));
    if (lang.success && lang.output !== person.lang) {
      store.change(person.applicantId, null, current => ({ ...current, lang: lang.output }));
    }
    return answer(open(c));
  });
  app.post(framePaths.documents, async c => {
    const subject = open(c);
    const upload = await uploads.receive(c.req.raw);
    try {
      if (upload.metadata === undefined) throw new ApiError(400, "The part 'metadata' is missing");
      const description = parseJson(documentMetadataSchema, upload.metadata);
      const { check } = fastFail;
      const added = await addDocument({ subject, folder: store, description, upload, limits, check });
      return Response.json(toUploadAnswer(added));
    } finally {
      await upload.discard();
    }
  });
  app.get(`${framePaths.images}/:imageId`, c => {
    const { collected } = open(c);
    const image = collected.images.find(({ imageId }) => imageId === c.req.param('imageId'));
    if (!image || image.state === 'inactive') throw new ApiError(404, 'Image not found');
    return answerImage(store.imagePath(image.imageId), image);
  });
  addFormRoutes(app, { contactCodes, now, open, toFrameApplicant: toAnswer });
  app.post(framePaths.submit, c => answer(open(c).submit()));
}

function toUploadAnswer({ imageId, errors, warnings }: AddedDocument): UploadAnswer {
  return { imageId: errors.length > 0 ? null : imageId, errors: [...errors], warnings: [...warnings] };
}
