import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import type { FileSizeLimits } from '#idngo/file-rules';
import { documentMetadataSchema, type FrameApplicant, type FrameImage, framePaths } from '#stand-in/frame-contract';
import type { AccessTokenGrant, AccessTokens } from '../api/access-tokens';
import { toReviewAnswer } from '../api/applicant-answers';
import type { SandboxEnv } from '../api/wire-path';
import { ApiError } from '../api-error';
import {
  type ApplicantRecord,
  activeImages,
  canMove,
  moveToLevel,
  requireLevel,
  submit,
} from '../applicants/applicants';
import { addDocument } from '../applicants/documents';
import type { ImageRecord } from '../applicants/image-record';
import { issuingCountries } from '../applicants/levels';
import { type StepView, toStepViews } from '../applicants/steps';
import type { ApplicantStore } from '../applicants/store';
import type { UploadReceiver } from '../files/receive-upload';
import { parseJson } from '../read-body';

export interface FrameDependencies {
  store: ApplicantStore;
  accessTokens: AccessTokens;
  uploads: UploadReceiver;
  limits: FileSizeLimits;
}

const languageSchema = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/));

/** The server behind the frame, as `frame-contract.ts` promises it. */
export function addFrameRoutes(
  app: Hono<SandboxEnv>,
  { store, accessTokens, uploads, limits }: FrameDependencies,
): void {
  function requireGrant(c: Context<SandboxEnv>): AccessTokenGrant {
    const token = /^Bearer (.+)$/.exec(c.req.header('Authorization') ?? '')?.[1];
    const grant = token === undefined ? undefined : accessTokens.read(token);
    if (!grant) throw new ApiError(401, 'The access token is unknown or has expired');
    return grant;
  }

  /** A token for another level moves the applicant there, unless it is being checked. */
  function openApplicant({ externalUserId, levelName, lang }: AccessTokenGrant): ApplicantRecord {
    const applicant = store.findByExternalUserId(externalUserId);
    if (!applicant) return store.create({ externalUserId, levelName, lang, email: null, phone: null });
    if (applicant.levelName === levelName || !canMove(applicant)) return applicant;
    return store.change(applicant.applicantId, 'applicantLevelChanged', (current, at) =>
      moveToLevel(current, levelName, at),
    );
  }

  const answer = (applicant: ApplicantRecord) => Response.json(toFrameApplicant(applicant, limits));

  app.use('/frame/api/*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.get(framePaths.applicant, c => {
    const applicant = openApplicant(requireGrant(c));
    const lang = v.safeParse(languageSchema, c.req.query('lang'));
    if (!lang.success || lang.output === applicant.lang) return answer(applicant);
    return answer(store.change(applicant.applicantId, null, current => ({ ...current, lang: lang.output })));
  });
  app.post(framePaths.documents, async c => {
    const { applicantId } = openApplicant(requireGrant(c));
    const upload = await uploads.receive(c.req.raw);
    try {
      if (upload.metadata === undefined) throw new ApiError(400, "The part 'metadata' is missing");
      const description = parseJson(documentMetadataSchema, upload.metadata);
      return Response.json({ imageId: await addDocument({ store, applicantId, description, upload, limits }) });
    } finally {
      await upload.discard();
    }
  });
  app.post(framePaths.submit, c => {
    const { applicantId } = openApplicant(requireGrant(c));
    return answer(store.change(applicantId, 'applicantPending', submit));
  });
}

function toFrameApplicant(applicant: ApplicantRecord, limits: FileSizeLimits): FrameApplicant {
  const level = requireLevel(applicant.levelName);
  return {
    applicantId: applicant.applicantId,
    levelName: applicant.levelName,
    review: toReviewAnswer(applicant),
    steps: toStepViews(level, activeImages(applicant)).map(toFrameStep),
    fileSizeLimits: limits,
    countries: [...issuingCountries],
  };
}

function toFrameStep({ step, state, idDocType, country, images }: StepView): FrameApplicant['steps'][number] {
  const frameImages = images.map(toFrameImage);
  return {
    idDocSetType: step.idDocSetType,
    state,
    documentTypes: step.documentTypes.map(type => ({ idDocType: type.idDocType, sides: [...type.sides] })),
    idDocType,
    country,
    moderationComment: frameImages.find(image => image.moderationComment !== null)?.moderationComment ?? null,
    images: frameImages,
  };
}

function toFrameImage({ imageId, idDocSubType, state, review }: ImageRecord): FrameImage {
  const rejected = review?.reviewAnswer === 'RED' ? review : undefined;
  return {
    imageId,
    idDocSubType,
    state: state === 'inactive' ? 'received' : state,
    rejectLabels: rejected?.rejectLabels ?? [],
    moderationComment: rejected?.moderationComment ?? null,
  };
}
