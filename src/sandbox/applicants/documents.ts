import type { FileSizeLimits } from '#idngo/file-rules';
import { ApiError } from '../api-error';
import { requireAcceptableFile } from '../files/file-content';
import type { Upload } from '../files/receive-upload';
import { requireOpen } from './applicants';
import { addImage, requireLevel } from './dossier';
import type { Side } from './levels';
import { findDocumentType } from './steps';
import type { ApplicantStore } from './store';

export interface DocumentDescription {
  idDocSetType?: string;
  idDocType: string;
  country: string;
  idDocSubType: Side;
}

/** Adds an uploaded file to an applicant; answers the id of the new image. Throws as `addImage` and `requireAcceptableFile`. */
export async function addDocument({
  store,
  applicantId,
  description,
  upload,
  limits,
}: {
  store: ApplicantStore;
  applicantId: string;
  description: DocumentDescription;
  upload: Upload;
  limits: FileSizeLimits;
}): Promise<string> {
  const applicant = store.require(applicantId);
  requireOpen(applicant);
  const { step } = findDocumentType(requireLevel(applicant.levelName), description);
  const { file } = upload;
  if (!file) throw new ApiError(400, "The file part 'content' is missing");
  const mediaType = await requireAcceptableFile(file, limits);
  const imageId = store.createImageId();
  store.change(applicantId, null, current => {
    requireOpen(current);
    const changed = addImage(current, {
      imageId,
      idDocSetType: step.idDocSetType,
      idDocType: description.idDocType,
      country: description.country,
      idDocSubType: description.idDocSubType,
      mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
      state: 'received',
      review: null,
    });
    upload.keepAs(store.imagePath(imageId));
    return changed;
  });
  return imageId;
}
