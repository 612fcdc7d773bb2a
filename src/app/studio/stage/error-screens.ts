import { type PreviewName, previewGroups } from '#stand-in/preview-names';

/** A screen as it is when something went wrong on it, by the screen. */
const errors: Partial<Record<PreviewName, PreviewName>> = {
  'contact-code': 'contact-wrong-code',
  'contact-phone-code': 'contact-wrong-code',
  'applicant-data': 'applicant-data-faults',
  'applicant-data-sending': 'applicant-data-failed',
  upload: 'upload-turned-down',
  'upload-one-side': 'upload-turned-down',
  'upload-under-way': 'upload-interrupted',
  selfie: 'selfie-denied',
  'selfie-photo': 'selfie-denied',
  'selfie-live': 'selfie-lost',
  'other-device': 'other-device-failed',
  pending: 'pending-offline',
};

const inError = new Set<PreviewName>([
  ...Object.values(errors),
  'other-device-expired',
  'selfie-missing',
  'selfie-busy',
  'selfie-silent',
  'rejected',
  'resubmit',
  ...previewGroups.problems,
]);

export function isInError(screen: PreviewName): boolean {
  return inError.has(screen);
}

/** The screen in error; undefined where it cannot be. */
export function toErrorScreen(screen: PreviewName): PreviewName | undefined {
  return isInError(screen) ? screen : errors[screen];
}

/** Of these screens those in error, each once. */
export function listErrorScreens(screens: readonly PreviewName[]): PreviewName[] {
  return [...new Set(screens.flatMap(screen => toErrorScreen(screen) ?? []))];
}
