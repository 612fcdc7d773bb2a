import { expect, test } from 'vitest';
import { type FlowSettings, reduceFlow } from './flow';
import { identityStep, redRetry, sampleApplicant, sampleImage, selfieStep } from './frame-applicant-samples';
import type { DocumentStep, FrameApplicant } from './frame-contract';
import type { Screen } from './screen';

const settings: FlowSettings = { documentDefinitions: {} };
const passport = { country: 'KAZ', idDocType: 'PASSPORT' };
const idCard = { country: 'KAZ', idDocType: 'ID_CARD' };
const link = { url: 'https://example.kz/x', expiresAt: Date.UTC(2026, 0, 15, 11) };

const open = (step: Partial<DocumentStep> = {}) =>
  reduceFlow(
    { name: 'loading' },
    { name: 'applicant-read', applicant: sampleApplicant({ steps: [identityStep(step), selfieStep()] }) },
    settings,
  );
const follow = (screen: Screen, applicant: FrameApplicant) =>
  reduceFlow(screen, { name: 'applicant-followed', applicant }, settings);
const withIdentity = (step: Partial<DocumentStep>) => sampleApplicant({ steps: [identityStep(step), selfieStep()] });

function waitForPhone(): Screen {
  const upload = reduceFlow(open(), { name: 'document-chosen', choice: idCard }, settings);
  const opened = reduceFlow(upload, { name: 'other-device-opened' }, settings);
  return reduceFlow(opened, { name: 'link-changed', link: { name: 'ready', ...link } }, settings);
}

test('waits while the step is not finished on the phone', () => {
  const waiting = waitForPhone();
  expect(follow(waiting, withIdentity({}))).toBe(waiting);
});

test('says that the step is done on the phone, and then shows the next', () => {
  const finished = withIdentity({ ...idCard, state: 'received' });
  const done = follow(waitForPhone(), finished);
  expect(done).toMatchObject({ name: 'other-device', link: { name: 'done' } });
  const next = reduceFlow(done, { name: 'applicant-read', applicant: finished }, settings);
  expect(next).toMatchObject({ name: 'selfie' });
});

test('moves on with a phone that went through to the check', () => {
  const selfie = reduceFlow(
    { name: 'loading' },
    { name: 'applicant-read', applicant: withIdentity({ ...idCard, state: 'received' }) },
    settings,
  );
  const steps = [identityStep({ ...idCard, state: 'received' }), selfieStep({ state: 'received' })];
  const pending = sampleApplicant({ steps, review: { reviewStatus: 'pending' } });
  expect(follow(selfie, pending)).toMatchObject({ name: 'pending' });
});

test('shows what the phone has uploaded when the person comes back in the middle', () => {
  const images = [sampleImage({ imageId: '7', idDocSubType: 'FRONT_SIDE' })];
  const waiting = follow(waitForPhone(), withIdentity({ ...idCard, images }));
  expect(reduceFlow(waiting, { name: 'other-device-closed' }, settings)).toMatchObject({
    name: 'upload',
    uploads: [{ state: { name: 'received', imageId: '7' } }, { state: { name: 'empty' } }],
  });
});

test('takes over the document that was chosen on the phone', () => {
  const images = [sampleImage({ imageId: '7' })];
  const waiting = follow(waitForPhone(), withIdentity({ ...passport, images }));
  expect(reduceFlow(waiting, { name: 'other-device-closed' }, settings)).toMatchObject({
    name: 'upload',
    document: passport,
    uploads: [{ state: { name: 'received' } }],
  });
});

test('keeps what is on its way from here', () => {
  const upload = reduceFlow(open(), { name: 'document-chosen', choice: idCard }, settings);
  const state = { name: 'uploading', file: new File(['x'], 'x.png'), fraction: 0.5 } as const;
  const sending = reduceFlow(upload, { name: 'upload-changed', side: 'FRONT_SIDE', state }, settings);
  const images = [sampleImage({ imageId: '7', idDocSubType: 'FRONT_SIDE' })];
  expect(follow(sending, withIdentity({ ...idCard, images }))).toMatchObject({ uploads: [{ state }, {}] });
});

test('lets an upload from here go on behind the screen that waits', () => {
  const state = { name: 'received', imageId: '7', file: null, warnings: [] } as const;
  const waiting = reduceFlow(waitForPhone(), { name: 'upload-changed', side: 'BACK_SIDE', state }, settings);
  expect(waiting).toMatchObject({ name: 'other-device', returnTo: { uploads: [{}, { state }] } });
});

test('does not take a step that was reopened to be changed for one that was done elsewhere', () => {
  const steps = [identityStep({ ...idCard, state: 'received', images: [sampleImage()] }), selfieStep()];
  const applicant = sampleApplicant({ steps });
  const review: Screen = { name: 'review', applicant };
  const reopened = reduceFlow(review, { name: 'step-reopened', idDocSetType: 'IDENTITY' }, settings);
  expect(reopened).toMatchObject({ name: 'upload' });
  expect(follow(reopened, applicant)).toBe(reopened);
});

test('follows a resubmission, whose verdict stays until it is sent', () => {
  const images = [sampleImage({ state: 'send-again' })];
  const asked = sampleApplicant({
    review: redRetry,
    steps: [identityStep({ ...passport, state: 'send-again', images })],
  });
  const resubmit: Screen = { name: 'resubmit', applicant: asked };
  const upload = reduceFlow(resubmit, { name: 'resubmission-opened' }, settings);
  const waiting = reduceFlow(upload, { name: 'other-device-opened' }, settings);
  expect(follow(waiting, asked)).toBe(waiting);
  const given = sampleApplicant({ review: redRetry, steps: [identityStep({ ...passport, state: 'received' })] });
  expect(follow(waiting, given)).toMatchObject({ link: { name: 'done' } });
});

test('leaves a review that was confirmed on the phone', () => {
  const steps = [identityStep({ ...idCard, state: 'received' }), selfieStep({ state: 'received' })];
  const applicant = sampleApplicant({ steps });
  const review: Screen = { name: 'review', applicant };
  expect(follow(review, applicant)).toBe(review);
  expect(follow(review, { ...applicant, review: { reviewStatus: 'pending' } })).toMatchObject({ name: 'pending' });
});
