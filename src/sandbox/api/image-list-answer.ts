import { acceptedMediaTypes } from '#idngo/file-rules';
import type { ApplicantRecord } from '../applicants/applicants';
import type { ImageRecord } from '../applicants/image-record';
import { toApplicantTime } from '../timestamps';

/** Answer of `/resources/applicants/{applicantId}/metadata/resources` [S]: every image, inactive ones included. */
export function toImageList({ images }: Pick<ApplicantRecord, 'images'>) {
  return { items: images.map(toItem), totalItems: images.length };
}

function toItem(image: ImageRecord) {
  const { imageId, mediaType, bytes, idDocType, idDocSubType, country, review, addedAt, attemptId } = image;
  return {
    id: imageId,
    previewId: imageId,
    ...(addedAt === null ? {} : { addedDate: toApplicantTime(addedAt) }),
    fileMetadata: {
      fileName: `${imageId}${acceptedMediaTypes[mediaType][0]}`,
      fileType: mediaType.split('/')[1],
      fileSize: bytes,
    },
    idDocDef: { country, idDocType, ...(idDocSubType === null ? {} : { idDocSubType }) },
    ...(review === null ? {} : { reviewResult: review }),
    ...(attemptId === null ? {} : { attemptId }),
    source: 'fileupload',
    deactivated: image.state === 'inactive',
  };
}
