/** Every screen that a preview can show (`?preview=<name>`), by the part of the flow it belongs to. */
export const previewGroups = {
  start: ['loading', 'welcome', 'welcome-phone'],
  contact: ['contact', 'contact-code', 'contact-wrong-code', 'contact-phone', 'contact-phone-code'],
  forms: [
    'questionnaire',
    'applicant-data',
    'applicant-data-faults',
    'applicant-data-sending',
    'applicant-data-failed',
    'applicant-data-again',
  ],
  documents: [
    'document-type',
    'document-type-cards',
    'upload',
    'upload-one-side',
    'upload-address',
    'upload-type-in-card',
    'upload-no-type-in-card',
    'upload-under-way',
    'upload-turned-down',
    'upload-warned',
    'upload-interrupted',
  ],
  selfie: [
    'selfie',
    'selfie-photo',
    'selfie-opening',
    'selfie-live',
    'selfie-recording',
    'selfie-taken',
    'selfie-denied',
    'selfie-missing',
    'selfie-busy',
    'selfie-silent',
    'selfie-lost',
  ],
  phone: ['other-device', 'other-device-expired', 'other-device-failed', 'other-device-done'],
  review: ['review', 'sending-step', 'sending'],
  results: ['pending', 'pending-again', 'pending-offline', 'on-hold', 'approved', 'resubmit', 'rejected'],
  problems: ['problem-session', 'problem-offline', 'problem-refused', 'unsupported-browser'],
  company: ['company-data', 'company-people', 'payment', 'face-sdk'],
} as const;

export type PreviewGroup = keyof typeof previewGroups;
export type PreviewName = (typeof previewGroups)[PreviewGroup][number];

export const previewNames: readonly PreviewName[] = Object.values(previewGroups).flat();
