import { ApiError, codedError } from '../api-error';
import { requireAcceptableFile } from '../files/file-content';
import type { Upload } from '../files/receive-upload';
import type { UploadLimits } from '../files/upload-limits';
import type { FastFail, FastFailTags } from '../frame/fast-fail';
import { addImage, type Dossier, requireLevel } from './dossier';
import type { NewImage } from './image-record';
import type { Side } from './levels';
import { findDocumentType, findOpenStep } from './steps';
import type { ApplicantStore } from './store';
import type { Subject } from './subject';

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
 * Adds an uploaded file to an applicant or action. Where `check` finds errors the image is inactive: it does not count,
 * and another one is needed [S]. Throws as `addImage` and `requireAcceptableFile`, and 1001 when there have been too many.
 */
export async function addDocument({
  subject,
  folder,
  description,
  upload,
  limits,
  check,
}: {
  subject: Subject;
  folder: Pick<ApplicantStore, 'createImageId' | 'imagePath'>;
  description: DocumentDescription;
  upload: Upload;
  limits: UploadLimits;
  check?: FastFail['check'];
}): Promise<AddedDocument> {
  subject.requireOpen();
  requireRoom(subject.collected, limits);
  const level = requireLevel(subject.collected.levelName);
  const idDocSetType = description.idDocSetType ?? findOpenStep(level, subject.collected, description.idDocType);
  const { step } = findDocumentType(level, { ...description, ...(idDocSetType ? { idDocSetType } : {}) });
  const { file } = upload;
  if (!file) throw new ApiError(400, "The file part 'content' is missing");
  const mediaType = await requireAcceptableFile(file, limits);
  const imageId = folder.createImageId();
  let tags: FastFailTags = { errors: [], warnings: [] };
  subject.change((current, at) => {
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
    const { applicantId } = subject.person;
    if (check) tags = check(applicantId, { isForbidden: level.excludedCountries.includes(description.country) });
    upload.keepAs(folder.imagePath(imageId));
    return tags.errors.length > 0 ? addImage(current, { ...image, state: 'inactive' }, at) : changed;
  });
  return { imageId, ...tags };
}

function requireRoom({ images }: Pick<Dossier, 'images'>, { maxImages }: UploadLimits): void {
  if (images.length < maxImages) return;
  throw codedError(1001, `The applicant has had ${maxImages} documents: no more can be added`);
}
