import { beforeEach, expect, test } from 'vitest';
import { type Announcements, createAnnouncements } from './announcements';
import { identityStep, redRetry, sampleApplicant, selfieStep } from './frame-applicant-samples';
import type { FrameApplicant } from './frame-contract';
import { type LoaderAbilities, leastAbilities } from './loader-abilities';
import type { Screen } from './screen';
import { createTexts } from './texts';

let events: [string, object][];
let announcements: Announcements;
const names = () => events.map(([name]) => name);
const launched = (loader: Partial<LoaderAbilities>) => announcements.launched({ ...leastAbilities, ...loader });

const createDate = '2026-01-15 10:00:00+0000';
const approved: FrameApplicant['review'] = {
  createDate,
  reviewStatus: 'completed',
  reviewResult: { reviewAnswer: 'GREEN' },
};
const metadata = { idDocSetType: 'IDENTITY', idDocType: 'PASSPORT', country: 'KAZ', idDocSubType: null };
const file = new File(['x'], 'passport.png', { type: 'image/png' });
const texts = createTexts('en', undefined);

function choiceOf(applicant: FrameApplicant): Screen {
  const choice = { country: 'KAZ', idDocType: 'PASSPORT' };
  return { name: 'document-type', round: { applicant, step: selfieStep(), attempt: 'first' }, choice };
}

function goThrough() {
  const applicant = sampleApplicant();
  announcements.applicantRead(applicant);
  announcements.screenChanged({ name: 'loading' }, choiceOf(applicant), false);
  announcements.uploadJudged(
    { imageId: '70012', errors: [], warnings: [] },
    { file, step: identityStep(), metadata, texts },
  );
  announcements.stepCompleted('SELFIE');
  announcements.submitted('first');
  announcements.statusRead(sampleApplicant({ review: approved }));
}

beforeEach(() => {
  events = [];
  announcements = createAnnouncements({ emit: (name, payload = {}) => events.push([name, payload]) });
});

test('tells a host of the first generation of steps and statuses under both names, and nothing newer', () => {
  launched({ uiVersion: 1 });
  goThrough();
  expect(names()).toEqual([
    ...['onApplicantLoaded', 'onInitialized', 'onStepInitiated', 'onStepCompleted', 'stepCompleted'],
    ...['onApplicantSubmitted', 'applicantStatus', 'onApplicantStatusChanged'],
  ]);
  expect(events.at(-2)?.[1]).toEqual(events.at(-1)?.[1]);
  expect(events.at(-1)?.[1]).toMatchObject({ createDate, creationDate: createDate });
});

test('tells a host of the second generation under the newer names alone, and more', () => {
  launched({ uiVersion: 2 });
  goThrough();
  expect(names()).toEqual([
    ...['onApplicantLoaded', 'onInitialized', 'onStepInitiated', 'onVerificationProgressChanged', 'onDocumentAdded'],
    ...['onStepCompleted', 'onApplicantSubmitted', 'onApplicantStatusChanged', 'onApplicantVerificationCompleted'],
  ]);
  expect(events).toContainEqual(['onVerificationProgressChanged', { currentStep: 2, totalSteps: 2 }]);
  expect(events).toContainEqual([
    'onDocumentAdded',
    { imageId: 70012, idDocSetType: 'IDENTITY', idDocType: 'PASSPORT', country: 'KAZ' },
  ]);
});

test('names the applicant and the level in every event, once known, to a loader that expects it', () => {
  launched({ uiVersion: 2, readsIdentifiers: true });
  announcements.tokenRefused();
  goThrough();
  const [first, ...rest] = events;
  expect(first?.[1]).not.toHaveProperty('applicantId');
  for (const [, payload] of rest) {
    expect(payload).toMatchObject({ applicantId: 'applicant-1', levelName: 'basic-kyc-level' });
  }
});

test('tells of another level, to hosts of the second generation', () => {
  launched({ uiVersion: 2 });
  announcements.applicantRead(sampleApplicant());
  announcements.applicantRead(sampleApplicant());
  announcements.applicantRead(sampleApplicant({ levelName: 'address-kyc-level' }));
  expect(events).toEqual([
    ['onApplicantLoaded', { applicantId: 'applicant-1' }],
    ['onApplicantLevelChanged', { levelName: 'address-kyc-level' }],
  ]);
});

test.each([
  [1, ['onApplicantLoaded', 'onActionSubmitted', 'actionCompleted', 'onActionCompleted']],
  [
    2,
    [
      ...['onApplicantLoaded', 'onApplicantActionLoaded', 'onApplicantActionSubmitted'],
      ...['onApplicantActionStatusChanged', 'onApplicantActionCompleted'],
    ],
  ],
] as const)('tells a host of generation %i of an action by the names of actions', (uiVersion, expected) => {
  launched({ uiVersion });
  const action = sampleApplicant({ applicantActionId: 'action-1' });
  announcements.applicantRead(action);
  announcements.submitted('first');
  announcements.statusRead({ ...action, review: approved });
  expect(names()).toEqual(expected);
  expect(events.at(-1)?.[1]).toMatchObject({ applicantActionId: 'action-1' });
});

test('gives the state of the buttons in both forms', () => {
  const round = { applicant: sampleApplicant(), step: identityStep(), attempt: 'first' } as const;
  const document = { country: 'KAZ', idDocType: 'PASSPORT', sides: [null] };
  const upload: Screen = { name: 'upload', round, document, uploads: [], choosable: true };
  announcements.screenChanged(choiceOf(sampleApplicant()), upload, true);
  const state = { previousScreenButton: 'normal', closeModalButton: null };
  expect(events.at(-1)).toEqual(['onNavigationUiControlsStateChanged', { ...state, state }]);
});

test('never tells what is not for the person', () => {
  launched({ uiVersion: 2 });
  announcements.statusRead(sampleApplicant({ review: redRetry }));
  expect(names()).toContain('onApplicantVerificationCompleted');
  expect(JSON.stringify(events)).not.toContain('not for the person');
});
