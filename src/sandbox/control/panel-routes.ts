import type { Hono } from 'hono';
import type * as v from 'valibot';
import type { AccessTokens } from '../api/access-tokens';
import { toReviewAnswer } from '../api/applicant-answers';
import type { LoggedRequest, RequestLog } from '../api/request-log';
import type { SandboxEnv } from '../api/wire-path';
import { ApiError } from '../api-error';
import {
  type ApplicantRecord,
  decideApplicant,
  hold,
  moveToLevel,
  reset,
  switchPresence,
} from '../applicants/applicants';
import { type Decision, type Dossier, type Fault, requireLevel } from '../applicants/dossier';
import { answerImage } from '../applicants/image-answer';
import type { ImageRecord } from '../applicants/image-record';
import { levels } from '../applicants/levels';
import { toRecognisedDocuments } from '../applicants/recognised-documents';
import { toReviewResult } from '../applicants/review-record';
import { toStepViews } from '../applicants/steps';
import type { ApplicantStore } from '../applicants/store';
import { parseJson } from '../read-body';
import type { SentWebhookType } from '../webhooks/compose-webhook';
import { readText } from './guard-panel';
import {
  type ApplicantDetail,
  type ApplicantSummary,
  type GivenFault,
  levelChangeSchema,
  type PanelImage,
  type SignedRequest,
  tokenExpirySchema,
  tokenShapeSchema,
  verdictSchema,
} from './panel-contract';

export interface PanelDependencies {
  store: ApplicantStore;
  accessTokens: AccessTokens;
  requestLog: RequestLog;
}

const toIsoTime = (ms: number) => new Date(ms).toISOString();

/** The reviewer's side, for the panel and for scripts. */
export function addPanelRoutes(app: Hono<SandboxEnv>, { store, accessTokens, requestLog }: PanelDependencies): void {
  const applicantPath = '/panel/api/applicants/:applicantId';

  function addTransition(
    name: string,
    webhook: SentWebhookType,
    read: (text: string) => (applicant: ApplicantRecord, at: number) => ApplicantRecord,
  ): void {
    app.post(`${applicantPath}/${name}`, async c => {
      const transition = read(await readText(c));
      return Response.json(toDetail(store.change(c.req.param('applicantId'), webhook, transition)));
    });
  }

  app.get('/panel/api/applicants', () => Response.json({ items: store.list().map(toSummary) }));
  app.get(applicantPath, c => Response.json(toDetail(store.require(c.req.param('applicantId')))));
  addTransition('verdict', 'applicantReviewed', text => {
    const decision = toDecision(parseJson(verdictSchema, text));
    return (applicant, at) => decideApplicant(applicant, decision, at);
  });
  addTransition('hold', 'applicantOnHold', () => hold);
  addTransition('reset', 'applicantReset', () => reset);
  addTransition('deactivate', 'applicantDeactivated', () => applicant => switchPresence(applicant, 'deactivated'));
  addTransition('activate', 'applicantActivated', () => applicant => switchPresence(applicant, 'active'));
  addTransition('level', 'applicantLevelChanged', text => {
    const { levelName } = parseJson(levelChangeSchema, text);
    return (applicant, at) => moveToLevel(applicant, levelName, at);
  });

  app.get('/panel/api/images/:imageId', c => {
    const found = store.findImage(c.req.param('imageId'));
    if (!found) throw new ApiError(404, 'Image not found');
    return answerImage(store.imagePath(found.image.imageId), found.image, {
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Content-Disposition': 'inline',
    });
  });
  app.get('/panel/api/requests', () => Response.json({ items: requestLog.list().map(toSignedRequest) }));
  app.get('/panel/api/levels', () => {
    const items = levels.map(({ levelName, type, steps }) => ({
      levelName,
      type,
      steps: steps.map(({ idDocSetType }) => idDocSetType),
    }));
    return Response.json({ items });
  });
  app.post('/panel/api/access-tokens/expire', async c => {
    const { externalUserId, environment } = parseJson(tokenExpirySchema, await readText(c));
    return Response.json({ expired: accessTokens.expireAll(externalUserId, environment) });
  });
  app.get('/panel/api/access-tokens/shape', () => Response.json({ shape: accessTokens.shape() }));
  app.post('/panel/api/access-tokens/shape', async c => {
    accessTokens.setShape(parseJson(tokenShapeSchema, await readText(c)).shape);
    return Response.json({ shape: accessTokens.shape() });
  });
}

export function toDecision(verdict: v.InferOutput<typeof verdictSchema>): Decision {
  if (verdict.reviewAnswer === 'GREEN') return { result: { reviewAnswer: 'GREEN' }, images: {}, steps: {} };
  const { moderationComment, clientComment, rejectLabels, reviewRejectType } = verdict;
  return {
    result: toReviewResult({
      ...{ moderationComment, clientComment },
      ...{ reviewAnswer: 'RED', rejectLabels, reviewRejectType },
    }),
    images: toFaults(verdict.images),
    steps: toFaults(verdict.steps),
  };
}

function toFaults(given: Record<string, GivenFault>): Record<string, Fault> {
  return Object.fromEntries(
    Object.entries(given).map(([id, { rejectLabels, moderationComment, clientComment }]) => [
      id,
      {
        rejectLabels,
        ...(moderationComment === undefined ? {} : { moderationComment }),
        ...(clientComment === undefined ? {} : { clientComment }),
      },
    ]),
  );
}

function toSummary(applicant: ApplicantRecord): ApplicantSummary {
  return {
    applicantId: applicant.applicantId,
    environment: applicant.environment,
    externalUserId: applicant.externalUserId,
    levelName: applicant.levelName,
    review: toReviewAnswer(applicant),
    tags: applicant.tags,
    presence: applicant.presence,
    createdAt: toIsoTime(applicant.createdAt),
    changedAt: toIsoTime(applicant.changedAt),
  };
}

export function toDetail(applicant: ApplicantRecord): ApplicantDetail {
  return {
    ...toSummary(applicant),
    steps: toStepDetails(applicant),
    recognised: toRecognisedDocuments(applicant),
  };
}

/** The steps of an applicant or action, as the panel shows them. */
export function toStepDetails(dossier: Dossier): ApplicantDetail['steps'] {
  return toStepViews(requireLevel(dossier.levelName), dossier).map(
    ({ step, state, answer, idDocType, country, images }) => ({
      idDocSetType: step.idDocSetType,
      kind: step.kind,
      state,
      idDocType,
      country,
      images: images.map(toPanelImage),
      values: answer?.values ?? null,
      moderationComment: answer?.moderationComment ?? null,
    }),
  );
}

function toPanelImage({ imageId, idDocSubType, mediaType, bytes, review }: ImageRecord): PanelImage {
  const rejected = review?.reviewAnswer === 'RED' ? review : undefined;
  const judged = review && {
    reviewAnswer: review.reviewAnswer,
    rejectLabels: rejected?.rejectLabels ?? [],
    moderationComment: rejected?.moderationComment ?? null,
  };
  return { imageId, idDocSubType, mediaType, bytes, review: judged };
}

function toSignedRequest(request: LoggedRequest): SignedRequest {
  return { ...request, at: toIsoTime(request.at) };
}
