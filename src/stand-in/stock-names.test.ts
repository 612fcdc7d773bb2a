import { expect, test } from 'vitest';

const sources = import.meta.glob<string>(
  ['./stock/*.css', './screens/**/*.tsx', './preview-only/*.tsx', './*.tsx', './frame.html'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

/** Names that integrators guessed and nothing confirms: a frame that answered to them would teach wrong CSS. */
const guessedNames = [
  'submit-button',
  'title-text',
  'step-name',
  'sns-',
  'sumsub-wrapper',
  'sumsub-container',
  'sumsub-iframe',
  'sumsub-websdk-container',
  'sumsub-branding',
  'powered',
  'data-role',
  'footer',
  'kyc-',
  '--sns-brand-color',
  '--background-color',
  '--accent-color',
];

test.each(guessedNames)('answers to nothing called %s', name => {
  expect(Object.keys(sources).length).toBeGreaterThan(10);
  expect(Object.entries(sources).filter(([, source]) => source.includes(name))).toEqual([]);
});
