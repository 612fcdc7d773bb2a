import { ApiError, codedError } from '../api-error';
import { requireAcceptableFile } from '../files/file-content';
import type { Upload } from '../files/receive-upload';
import type { UploadLimits } from '../files/upload-limits';
import type { FastFail, FastFailTags } from '../frame/fast-fail';
import { type ApplicantRecord, requireOpen } from './applicants';
import { addImage, requireLevel } from './dossier';
import type { NewImage } from './image-record';
import type { Side } from './levels';
import { findDocumentType } from './steps';
import type { ApplicantStore } from './store';

export interface DocumentDescription {
  idDocSetType?: string;
  idDocType: string;
  country: string;
  idDocSubType: Side;
  /** All that is asked for of the document, where that is not what the level says. */
  sides?: readonly Side[] | undefined;
}

export interface AddedDocument extends FastFailTags {
  imageId: string;
}

/**
 * Adds an uploaded file to an applicant. Where `check` finds errors the image is inactive: it does not count, and
 * another one is needed [S]. Throws as `addImage` and `requireAcceptableFile`, and 1001 when the applicant has had too
 * many.
 */
export async function addDocument({
  store,
  applicantId,
  description,
  upload,
  limits,
  check,
}: {
  store: ApplicantStore;
  applicantId: string;
  description: DocumentDescription;
  upload: Upload;
  limits: UploadLimits;
  check?: FastFail['check'];
}): Promise<AddedDocument> {
  const applicant = store.require(applicantId);
  requireOpen(applicant);
  requireRoom(applicant, limits);
  const level = requireLevel(applicant.levelName);
  const { step } = findDocumentType(level, description);
  const { file } = upload;
  if (!file) throw new ApiError(400, "The file part 'content' is missing");
  const mediaType = await requireAcceptableFile(file, limits);
  const imageId = store.createImageId();
  let tags: FastFailTags = { errors: [], warnings: [] };
  store.change(applicantId, null, (current, at) => {
    requireOpen(current);
    // Once more: other uploads may have arrived while this one was read.
    requireRoom(current, limits);
    const image: NewImage = {
      imageId,
      idDocSetType: step.idDocSetType,
      idDocType: description.idDocType,
      country: description.country,
      idDocSubType: description.idDocSubType,
      ...(description.sides ? { sides: description.sides } : {}),
      mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
      state: 'received',
    };
    const changed = addImage(current, image, at);
    if (check) tags = check(applicantId, { isForbidden: level.excludedCountries.includes(description.country) });
    upload.keepAs(store.imagePath(imageId));
    return tags.errors.length > 0 ? addImage(current, { ...image, state: 'inactive' }, at) : changed;
  });
  return { imageId, ...tags };
}

function requireRoom({ images }: ApplicantRecord, { maxImages }: UploadLimits): void {
  if (images.length < maxImages) return;
  throw codedError(1001, `The applicant has had ${maxImages} documents: no more can be added`);
}
