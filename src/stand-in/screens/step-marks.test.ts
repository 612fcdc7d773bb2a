import { expect, test } from 'vitest';
import { identityStep, redRetry, sampleApplicant, selfieStep } from '../frame-applicant-samples';
import type { Screen } from '../screen';
import { createTexts } from '../texts';
import { markSteps } from './step-marks';

const texts = createTexts('en', undefined);
const marksOf = (screen: Screen) => markSteps(screen, texts).map(({ mark }) => mark);
const applicant = sampleApplicant({ steps: [identityStep({ state: 'received' }), selfieStep()] });

test('marks the step at hand, those before and those to come', () => {
  const step = identityStep();
  const choice = { country: 'KAZ', idDocType: 'PASSPORT' };
  const screen = { name: 'document-type', round: { applicant, step, attempt: 'first' }, choice } as const;
  expect(marksOf(screen)).toEqual(['active', 'open']);
  expect(marksOf({ ...screen, round: { applicant, step: selfieStep(), attempt: 'first' } })).toEqual([
    'success',
    'active',
  ]);
});

test('keeps the last step current while everything is being checked', () => {
  expect(marksOf({ name: 'pending', applicant, connection: 'live' })).toEqual(['pending', 'active-pending']);
  expect(marksOf({ name: 'on-hold', applicant, connection: 'lost' })).toEqual(['pending', 'active-pending']);
});

test('tells what a verdict made of the steps', () => {
  const steps = [identityStep({ state: 'accepted' }), selfieStep({ state: 'send-again' })];
  expect(marksOf({ name: 'resubmit', applicant: sampleApplicant({ steps, review: redRetry }) })).toEqual([
    'success',
    'reject',
  ]);
  expect(marksOf({ name: 'approved', applicant })).toEqual(['success', 'success']);
  expect(marksOf({ name: 'rejected', applicant })).toEqual(['reject', 'reject']);
});

test('has no steps where no applicant is known', () => {
  expect(marksOf({ name: 'problem', problem: { kind: 'offline' } })).toEqual([]);
});
