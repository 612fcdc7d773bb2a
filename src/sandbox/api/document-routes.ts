import * as v from 'valibot';
import { idDocSubTypes } from '#idngo/documents';
import type { ReviewStatus } from '#idngo/review';
import { ApiError } from '../api-error';
import type { ActionStore } from '../applicants/action-store';
import { switchImage } from '../applicants/applicants';
import { addDocument } from '../applicants/documents';
import { answerImage } from '../applicants/image-answer';
import type { ApplicantStore } from '../applicants/store';
import { openApplicant } from '../applicants/subject';
import type { UploadLimits } from '../files/upload-limits';
import { type FastFail, toFastFailAnswer } from '../frame/fast-fail';
import { parseJson } from '../read-body';
import { answerOk } from './answers';
import { requireApplicant, requireReachable } from './find-subject';
import { toImageList } from './image-list-answer';
import type { SignedRequest, SignedRoute } from './signed-routes';

const uploadMetadataSchema = v.looseObject({
  idDocType: v.pipe(v.string(), v.minLength(1)),
  country: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'country must be an ISO 3166-1 alpha-3 code')),
  idDocSubType: v.nullish(v.picklist(idDocSubTypes), null),
});

/** While the checks look at them, images stay as they are [S]. */
const statusesThatFixImages: readonly ReviewStatus[] = ['pending', 'prechecked', 'queued'];

export interface DocumentDependencies {
  store: ApplicantStore;
  actions: ActionStore;
  fastFail: FastFail;
  limits: UploadLimits;
}

/** Documents sent without the SDK, and images as they were sent. */
export function listDocumentRoutes({ store, actions, fastFail, limits }: DocumentDependencies): SignedRoute[] {
  /** By the inspection of the applicant, or of one of the actions. */
  function requireImage(request: SignedRequest) {
    const [inspectionId, imageId] = [request.param('inspectionId'), request.param('imageId')];
    const action = actions.findByInspectionId(inspectionId);
    const applicant = action ? store.find(action.applicantId) : store.findByInspectionId(inspectionId);
    const { applicantId } = requireReachable(applicant, request.environment, 'inspection');
    const image = (action ?? applicant)?.images.find(candidate => candidate.imageId === imageId);
    if (!image) throw new ApiError(404, 'Image not found');
    return { applicantId, image, isOfAction: action !== undefined };
  }

  return [
    {
      method: 'POST',
      path: '/resources/applicants/:applicantId/info/idDoc',
      takes: 'upload',
      async answer(request, upload) {
        const { applicantId } = requireApplicant(store, request);
        if (upload.metadata === undefined) throw new ApiError(400, "The part 'metadata' is missing");
        const { idDocType, country, idDocSubType } = parseJson(uploadMetadataSchema, upload.metadata);
        const description = { idDocType, country, idDocSubType };
        const wantsWarnings = request.headers.get('X-Return-Doc-Warnings') === 'true';
        const check = wantsWarnings ? fastFail.check : fastFail.checkCountry;
        const subject = openApplicant(store, applicantId);
        const added = await addDocument({ subject, folder: store, description, upload, limits, check });
        const answer = { idDocType, country, ...(idDocSubType ? { idDocSubType } : {}) };
        const found = wantsWarnings ? toFastFailAnswer(added) : {};
        return Response.json({ ...answer, ...found }, { headers: { 'X-Image-Id': added.imageId } });
      },
    },
    {
      method: 'GET',
      path: '/resources/applicants/:applicantId/metadata/resources',
      takes: 'nothing',
      answer: request => Response.json(toImageList(requireApplicant(store, request))),
    },
    {
      method: 'GET',
      path: '/resources/inspections/:inspectionId/resources/:imageId',
      takes: 'nothing',
      answer(request) {
        const { image } = requireImage(request);
        return answerImage(store.imagePath(image.imageId), image);
      },
    },
    {
      method: 'DELETE',
      path: '/resources/inspections/:inspectionId/resources/:imageId',
      takes: 'nothing',
      answer(request) {
        const { applicantId, image, isOfAction } = requireImage(request);
        if (isOfAction) throw new ApiError(409, 'Images of actions stay as they are');
        if (statusesThatFixImages.includes(store.require(applicantId).review.reviewStatus)) {
          return new Response(null, { status: 304 });
        }
        const isRevert = request.query('revert') === 'true';
        store.change(applicantId, null, current => switchImage(current, image.imageId, isRevert));
        return answerOk();
      },
    },
  ];
}
