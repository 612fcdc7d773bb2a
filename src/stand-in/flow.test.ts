import { describe, expect, test } from 'vitest';
import { type FlowAction, type FlowSettings, reduceFlow } from './flow';
import {
  dataStep,
  emailStep,
  identityStep,
  redRetry,
  sampleApplicant,
  sampleImage,
  selfieStep,
} from './frame-applicant-samples';
import type { FrameApplicant, FrameStep } from './frame-contract';
import { canGoBack, isStepComplete, type Screen } from './screen';

const noWishes: FlowSettings = { documentDefinitions: {} };
const run = (screen: Screen, actions: FlowAction[], settings = noWishes) =>
  actions.reduce((before, action) => reduceFlow(before, action, settings), screen);
const open = (applicant: FrameApplicant, settings = noWishes) =>
  run({ name: 'loading' }, [{ name: 'applicant-read', applicant }], settings);
const statesOf = (screen: Screen) => ('uploads' in screen ? screen.uploads.map(({ state }) => state.name) : undefined);
const received = (imageId: string) => ({ name: 'received', imageId, file: null, warnings: [] }) as const;
const idCard = { country: 'KAZ', idDocType: 'ID_CARD' };

describe('the first screen', () => {
  test.each([
    [{ reviewStatus: 'init' }, 'document-type'],
    [{ reviewStatus: 'init', reviewResult: { reviewAnswer: 'GREEN' } }, 'document-type'],
    [{ reviewStatus: 'pending' }, 'pending'],
    [{ reviewStatus: 'queued' }, 'pending'],
    [{ reviewStatus: 'onHold', reviewResult: { reviewAnswer: 'GREEN' } }, 'on-hold'],
    [{ reviewStatus: 'completed', reviewResult: { reviewAnswer: 'GREEN' } }, 'approved'],
    [{ reviewStatus: 'completed', reviewResult: { reviewAnswer: 'RED', reviewRejectType: 'RETRY' } }, 'resubmit'],
    [{ reviewStatus: 'completed', reviewResult: { reviewAnswer: 'RED', reviewRejectType: 'FINAL' } }, 'rejected'],
    [{ reviewStatus: 'completed' }, 'pending'],
  ] as const)('of a review %j is %s', (review, name) => {
    expect(open(sampleApplicant({ review }))).toMatchObject({ name });
  });

  test("offers the host's country when it is on the list, else Kazakhstan, else the first", () => {
    const choiceFor = (country: string | undefined, countries?: string[]) =>
      open(sampleApplicant(countries ? { countries } : {}), { documentDefinitions: {}, country });
    expect(choiceFor('DEU')).toMatchObject({ choice: { country: 'DEU' } });
    expect(choiceFor('FRA')).toMatchObject({ choice: { country: 'KAZ' } });
    expect(choiceFor(undefined, ['RUS', 'DEU'])).toMatchObject({ choice: { country: 'RUS' } });
  });

  test('skips the choice that the host defined, with no way back to it', () => {
    const screen = open(sampleApplicant(), { documentDefinitions: { IDENTITY: idCard } });
    expect(screen).toMatchObject({ name: 'upload', document: idCard, choosable: false });
    expect(reduceFlow(screen, { name: 'choice-reopened' }, noWishes)).toBe(screen);
  });

  test('asks for the choice when the host defined a document that is not on offer', () => {
    const definition = { idDocType: 'DRIVERS', country: 'KAZ' };
    expect(open(sampleApplicant(), { documentDefinitions: { IDENTITY: definition } })).toMatchObject({
      name: 'document-type',
    });
  });

  test('goes on where the server says: the side that is missing', () => {
    const images = [sampleImage({ idDocSubType: 'FRONT_SIDE' })];
    const screen = open(sampleApplicant({ steps: [identityStep({ ...idCard, images }), selfieStep()] }));
    expect(screen).toMatchObject({ name: 'upload', document: idCard, choosable: true });
    expect(statesOf(screen)).toEqual(['received', 'empty']);
  });

  test('is the next step when the first is received', () => {
    const steps = [identityStep({ state: 'received' }), selfieStep()];
    expect(open(sampleApplicant({ steps }))).toMatchObject({ name: 'selfie', document: { idDocType: 'SELFIE' } });
  });

  test('sends when everything is in but was never sent', () => {
    const steps = [identityStep({ state: 'received' }), selfieStep({ state: 'received' })];
    expect(open(sampleApplicant({ steps }))).toMatchObject({ name: 'sending', complete: true, attempt: 'first' });
  });

  test.each([
    ['contact', { kind: 'contact', contact: 'email', address: null }],
    ['applicant-data', { kind: 'applicant-data', fields: [], values: {} }],
    ['questionnaire', { kind: 'questionnaire', questionnaire: { id: 'q', sections: [] }, values: {} }],
  ] as const)('of a step that asks for no files is %s', (name, step) => {
    const asked = { idDocSetType: 'ONE', state: 'open', moderationComment: null } as const;
    expect(open(sampleApplicant({ steps: [{ ...asked, ...step } as FrameStep, selfieStep()] }))).toMatchObject({
      name,
    });
  });

  test('is a welcome where the level has one and nothing was given yet', () => {
    const navConf = { skipWelcomeScreen: false, skipReviewScreen: true, disableContinuingOnMobile: false };
    const welcome = open(sampleApplicant({ navConf }));
    expect(welcome).toMatchObject({ name: 'welcome' });
    expect(reduceFlow(welcome, { name: 'welcome-passed' }, noWishes)).toMatchObject({ name: 'document-type' });
    const begun = [identityStep({ state: 'received' }), selfieStep()];
    expect(open(sampleApplicant({ navConf, steps: begun }))).toMatchObject({ name: 'selfie' });
  });

  test('is a review where the level has one and everything is in, and leads back to any step', () => {
    const navConf = { skipWelcomeScreen: true, skipReviewScreen: false, disableContinuingOnMobile: false };
    const images = [sampleImage({ idDocSubType: 'FRONT_SIDE' }), sampleImage({ idDocSubType: 'BACK_SIDE' })];
    const steps = [identityStep({ ...idCard, state: 'received', images }), selfieStep({ state: 'received' })];
    const review = open(sampleApplicant({ navConf, steps }));
    expect(review).toMatchObject({ name: 'review' });
    expect(reduceFlow(review, { name: 'step-reopened', idDocSetType: 'IDENTITY' }, noWishes)).toMatchObject({
      name: 'upload',
      choosable: true,
    });
    expect(reduceFlow(review, { name: 'review-confirmed' }, noWishes)).toMatchObject({
      name: 'sending',
      complete: true,
    });
  });
});

describe('a step', () => {
  const chosen = run(open(sampleApplicant()), [{ name: 'document-chosen', choice: idCard }]);

  test('is complete when each side is received, and only then finishes', () => {
    const front: FlowAction = { name: 'upload-changed', side: 'FRONT_SIDE', state: received('1') };
    const back: FlowAction = { name: 'upload-changed', side: 'BACK_SIDE', state: received('2') };
    const half = run(chosen, [front]);
    expect(isStepComplete(half)).toBe(false);
    expect(reduceFlow(half, { name: 'step-finished' }, noWishes)).toBe(half);
    expect(run(half, [back, { name: 'step-finished' }])).toMatchObject({ name: 'sending', complete: false });
  });

  test('does not ask again for a received side after going back and forth', () => {
    const screen = run(chosen, [
      { name: 'upload-changed', side: 'FRONT_SIDE', state: received('1') },
      { name: 'choice-reopened' },
      { name: 'document-chosen', choice: idCard },
    ]);
    expect(statesOf(screen)).toEqual(['received', 'empty']);
  });

  test('asks for every side anew when another country or document is chosen', () => {
    const reopened = run(chosen, [
      { name: 'upload-changed', side: 'FRONT_SIDE', state: received('1') },
      { name: 'choice-reopened' },
    ]);
    const other = run(reopened, [{ name: 'document-chosen', choice: { ...idCard, country: 'DEU' } }]);
    expect(statesOf(other)).toEqual(['empty', 'empty']);
    expect(
      statesOf(run(reopened, [{ name: 'document-chosen', choice: { ...idCard, idDocType: 'PASSPORT' } }])),
    ).toEqual(['empty']);
  });

  test('ignores actions of other screens', () => {
    expect(reduceFlow(chosen, { name: 'resubmission-opened' }, noWishes)).toBe(chosen);
    expect(reduceFlow(chosen, { name: 'connection-lost' }, noWishes)).toBe(chosen);
    expect(reduceFlow({ name: 'loading' }, { name: 'document-chosen', choice: idCard }, noWishes)).toEqual({
      name: 'loading',
    });
  });
});

describe('the review', () => {
  const given = [
    dataStep({ state: 'received', values: { firstName: 'Aigerim' } }),
    emailStep({ state: 'received', address: 'a@b.kz' }),
    selfieStep({ state: 'received' }),
  ];
  const navConf = { skipWelcomeScreen: true, skipReviewScreen: false, disableContinuingOnMobile: false };
  const review = open(sampleApplicant({ navConf, steps: given }));

  test.each([
    ['APPLICANT_DATA', 'applicant-data'],
    ['EMAIL_VERIFICATION', 'contact'],
  ])('opens %s again and can be gone back to', (idDocSetType, name) => {
    const step = reduceFlow(review, { name: 'step-reopened', idDocSetType }, noWishes);
    expect([step.name, canGoBack(step)]).toEqual([name, true]);
    expect(reduceFlow(step, { name: 'review-reopened' }, noWishes)).toEqual(review);
  });

  test('is not gone back to before there is one', () => {
    const first = open(sampleApplicant({ navConf, steps: [dataStep(), selfieStep()] }));
    expect([first.name, canGoBack(first)]).toEqual(['applicant-data', false]);
    expect(reduceFlow(first, { name: 'review-reopened' }, noWishes)).toBe(first);
  });
});

describe('sending again', () => {
  const images = [
    sampleImage({ imageId: '1', idDocSubType: 'FRONT_SIDE', state: 'accepted' }),
    sampleImage({ imageId: '2', idDocSubType: 'BACK_SIDE', state: 'send-again' }),
  ];
  const steps = [identityStep({ ...idCard, state: 'send-again', images }), selfieStep({ state: 'accepted' })];
  const applicant = sampleApplicant({ review: redRetry, steps });
  const reopened = run(open(applicant), [{ name: 'resubmission-opened' }]);

  test('opens exactly the flagged uploads of the same document', () => {
    expect(reopened).toMatchObject({ name: 'upload', document: idCard, choosable: false, round: { attempt: 'again' } });
    expect(statesOf(reopened)).toEqual(['accepted', 'send-again']);
  });

  test('opens the step that was picked, with the document that was sent or with another', () => {
    const screen = open(applicant);
    const same = reduceFlow(screen, { name: 'step-reopened', idDocSetType: 'IDENTITY' }, noWishes);
    expect(same).toMatchObject({ name: 'upload', round: { attempt: 'again' } });
    const wish: FlowAction = { name: 'other-document-wished', idDocSetType: 'IDENTITY' };
    const choice = reduceFlow(screen, wish, noWishes);
    expect(choice).toMatchObject({ name: 'document-type', choice: idCard, round: { attempt: 'again' } });
    const passport = { ...idCard, idDocType: 'PASSPORT' };
    const other = reduceFlow(choice, { name: 'document-chosen', choice: passport }, noWishes);
    expect(other).toMatchObject({ name: 'upload', document: passport, choosable: true });
    expect(statesOf(other)).toEqual(['empty']);
    expect(reduceFlow(reopened, wish, noWishes)).toBe(reopened);
  });

  test('keeps its purpose over the server’s unchanged verdict until it is sent', () => {
    const done = sampleApplicant({
      review: redRetry,
      steps: [identityStep({ ...idCard, state: 'received' }), selfieStep({ state: 'accepted' })],
    });
    const screen = run(reopened, [
      { name: 'upload-changed', side: 'BACK_SIDE', state: received('3') },
      { name: 'step-finished' },
      { name: 'applicant-read', applicant: done },
    ]);
    expect(screen).toMatchObject({ name: 'sending', complete: true, attempt: 'again' });
  });

  test('asks for every side when the verdict names no image of the step', () => {
    const accepted = images.map(image => ({ ...image, state: 'accepted' as const }));
    const whole = sampleApplicant({
      review: redRetry,
      steps: [identityStep({ ...idCard, state: 'send-again', images: accepted })],
    });
    expect(statesOf(run(open(whole), [{ name: 'resubmission-opened' }]))).toEqual(['empty', 'empty']);
  });
});

test('a lost connection is marked on waiting screens and forgotten at the next answer', () => {
  const applicant = sampleApplicant({ review: { reviewStatus: 'pending' } });
  const lost = run(open(applicant), [{ name: 'connection-lost' }]);
  expect(lost).toMatchObject({ name: 'pending', connection: 'lost' });
  expect(run(lost, [{ name: 'applicant-read', applicant }])).toMatchObject({ connection: 'live' });
});

describe('what went wrong', () => {
  const problem = { kind: 'refused', reason: 'other' } as const;
  const upload = run(open(sampleApplicant()), [{ name: 'document-chosen', choice: idCard }]);

  test('is said over a screen that somebody is in the middle of, which is kept as it was', () => {
    const met = run(upload, [{ name: 'problem-met', problem }]);
    expect(met).toEqual({ name: 'interrupted', problem, behind: upload });
    expect(run(met, [{ name: 'interruption-closed' }])).toBe(upload);
    expect(run(met, [{ name: 'tried-again' }])).toBe(upload);
  });

  test('lets what is on its way behind it go on', () => {
    const state = received('7');
    const met = run(upload, [
      { name: 'problem-met', problem },
      { name: 'upload-changed', side: 'FRONT_SIDE', state },
      { name: 'interruption-closed' },
    ]);
    expect(statesOf(met)).toEqual(['received', 'empty']);
  });

  test('is a screen of its own where nothing would be lost', () => {
    expect(run({ name: 'loading' }, [{ name: 'problem-met', problem }])).toEqual({ name: 'problem', problem });
    const pending = open(sampleApplicant({ review: { reviewStatus: 'pending' } }));
    expect(run(pending, [{ name: 'problem-met', problem }])).toEqual({ name: 'problem', problem });
  });

  test('leads from a message that is closed while sending to a screen with a way on', () => {
    const steps = [identityStep({ state: 'received' }), selfieStep({ state: 'received' })];
    const sending = open(sampleApplicant({ steps }));
    expect(run(sending, [{ name: 'problem-met', problem }, { name: 'interruption-closed' }])).toMatchObject({
      name: 'problem',
    });
  });
});

test('does not finish a step while the person has not decided about a warning', () => {
  const warned = { name: 'received', imageId: '1', file: null, warnings: ['badSelfie'] } as const;
  const steps = [identityStep({ state: 'received' }), selfieStep()];
  const screen = run(open(sampleApplicant({ steps })), [{ name: 'upload-changed', side: null, state: warned }]);
  expect(isStepComplete(screen)).toBe(false);
  expect(isStepComplete(run(screen, [{ name: 'warnings-accepted', side: null }]))).toBe(true);
});

describe('the host’s rules for documents', () => {
  const documentsByCountries = { KAZ: { PASSPORT: { supported: false }, ID_CARD: { doubleSided: false } } };
  const settings: FlowSettings = { documentDefinitions: { IDENTITY: idCard }, documentsByCountries };

  test('decide what is offered and which sides are asked for', () => {
    expect(open(sampleApplicant(), { documentDefinitions: {}, documentsByCountries })).toMatchObject({
      name: 'document-type',
      choice: { idDocType: 'ID_CARD' },
      documentsByCountries,
    });
    expect(open(sampleApplicant(), settings)).toMatchObject({ name: 'upload', uploads: [{ side: null }] });
  });

  test('make a defined document that they do not support a matter of choice, as does a country that is excluded', () => {
    const passport = { idDocType: 'PASSPORT', country: 'KAZ' };
    expect(open(sampleApplicant(), { ...settings, documentDefinitions: { IDENTITY: passport } })).toMatchObject({
      name: 'document-type',
    });
    const excluded = { idDocType: 'PASSPORT', country: 'USA' };
    expect(open(sampleApplicant(), { ...settings, documentDefinitions: { IDENTITY: excluded } })).toMatchObject({
      name: 'document-type',
    });
  });
});
