/**
 * Ids of the reasons behind a rejection, `group` or `group_detail`, in `reviewResult.buttonIds` and in moderation states.
 * The whole list is not public: these have been seen [S][G].
 */
export const buttonIds = [
  'badPhoto',
  'badPhoto_dataNotVisible',
  'regulationsViolations_age',
  'selfie_lowQuality',
  'selfie_webcamSelfie',
  'selfie_badFaceComparison',
  'selfie_selfieLiveness',
] as const;
export type ButtonId = (typeof buttonIds)[number];

/** The label each goes with: known for the age [S], inferred for the others [?]. */
export const buttonIdsByLabel: Readonly<Record<string, ButtonId>> = {
  UNSATISFACTORY_PHOTOS: 'badPhoto',
  LOW_QUALITY: 'badPhoto',
  INCOMPLETE_DOCUMENT: 'badPhoto_dataNotVisible',
  AGE_REQUIREMENT_MISMATCH: 'regulationsViolations_age',
  BAD_SELFIE: 'selfie_lowQuality',
  BAD_FACE_MATCHING: 'selfie_badFaceComparison',
  SELFIE_MISMATCH: 'selfie_badFaceComparison',
  FRAUDULENT_LIVENESS: 'selfie_selfieLiveness',
};
