/**
 * Tags of what an upload's first check, "fast-fail", finds at once [S]. With an error the picture does not count and
 * another one is needed; a warning lets the person choose. New tags appear without notice.
 */
export const fastFailErrors = [
  'forbiddenDocument',
  'differentDocTypeOrCountry',
  'missingImportantInfo',
  'dataNotReadable',
  'expiredDoc',
  'documentWayTooMuchOutside',
  'grayscale',
  'noIdDocFacePhoto',
  'selfieFaceBadQuality',
  'screenRecapture',
  'screenshot',
  'sameSides',
  'shouldBeMrzDocument',
  'shouldBeDoubleSided',
  'shouldBeDoublePaged',
  'documentDeclinedBefore',
  'mrzNotReadable',
  'docExpiresSoon',
  'missingDob',
  'incompleteDob',
] as const;

export const fastFailWarnings = [
  'badSelfie',
  'dataReadability',
  'inconsistentDocument',
  'maybeExpiredDoc',
  'documentTooMuchOutside',
] as const;
