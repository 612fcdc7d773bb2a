import type { SelectorUses } from './selector-group';

/**
 * Names that one project each uses and nothing else confirms: written for the host's page, or guessed. An imitation of
 * the frame must not answer to them.
 */
export const unverifiedSelectors: Readonly<Record<string, SelectorUses>> = {
  '.submit-button': { own: 0, guessing: 1 },
  '.title-text': 1,
  '.step-name': { own: 0, guessing: 1 },
  '.sns-step-content': { own: 0, guessing: 1 },
  '.sns-header': { own: 0, guessing: 1 },
  '.sns-footer': { own: 0, guessing: 1 },
  '.sumsub-wrapper': { own: 0, guessing: 1 },
  '.sumsub-container': { own: 0, guessing: 2 },
  '.sumsub-iframe': { own: 0, guessing: 1 },
  '.sumsub-websdk-container': { own: 0, guessing: 1 },
  '.sumsub-branding': { own: 0, guessing: 1 },
  '.powered-by-sumsub': { own: 0, guessing: 1 },
  '[class*=poweredBy]': { own: 0, guessing: 1 },
  '[class*=powered-by]': { own: 0, guessing: 1 },
  '[class*=PoweredBy]': { own: 0, guessing: 1 },
  '[data-role=footer]': { own: 0, guessing: 1 },
  'div[class*=footer]': { own: 0, guessing: 1 },
  'iframe[src*=sumsub]+div': { own: 0, guessing: 1 },
  '#sumsub-websdk-container': { own: 0, guessing: 1 },
  iframe: { own: 0, guessing: 1 },
  '.kyc-container': { own: 0, guessing: 1 },
  '.kyc-form': { own: 0, guessing: 1 },
  '.kyc-button': { own: 0, guessing: 1 },
  '.kyc-button:hover': { own: 0, guessing: 1 },
  '.kyc-input': { own: 0, guessing: 1 },
};
