import { expect, test } from 'vitest';
import type { DocumentStep } from '#contract/documents';
import { isWanted, toDocumentItems, toRequest } from './document-items';

function toItems(...steps: Partial<DocumentStep>[]) {
  const whole = steps.map(step => ({
    idDocSetType: 'IDENTITY',
    idDocType: 'PASSPORT',
    verdict: 'accepted' as const,
    reasons: [],
    comment: null,
    images: [],
    ...step,
  }));
  return toDocumentItems({ steps: whole });
}

test('counts a step to be sent again once when no image of it is named', () => {
  const items = toItems({
    verdict: 'send-again',
    reasons: ['LOW_QUALITY'],
    images: [{ side: 'whole', verdict: 'waiting', reasons: [], comment: null }],
  });
  expect(items.filter(isWanted)).toHaveLength(1);
  expect(items[0]?.reasons).toEqual(['LOW_QUALITY']);
});

test('gives an image without reasons those of its step', () => {
  const [back, front] = toItems({
    verdict: 'send-again',
    reasons: ['LOW_QUALITY'],
    comment: 'Сфотографируйте ещё раз.',
    images: [
      { side: 'front', verdict: 'accepted', reasons: [], comment: null },
      { side: 'back', verdict: 'send-again', reasons: [], comment: null },
    ],
  });
  expect(back).toMatchObject({ side: 'back', reasons: ['LOW_QUALITY'], comment: 'Сфотографируйте ещё раз.' });
  expect(front).toMatchObject({ side: 'front', reasons: [], comment: null });
});

test('puts what is wanted before what is done', () => {
  const verdicts = toItems({ verdict: 'accepted' }, { verdict: 'missing' }, { verdict: 'send-again' });
  expect(verdicts.map(item => item.verdict)).toEqual(['send-again', 'missing', 'accepted']);
});

test('asks for photos by their number, for anything else without one, and for what no step names', () => {
  const wanted = { verdict: 'send-again' as const };
  expect(toRequest(toItems(wanted, { verdict: 'missing' }))).toEqual({ is: 'photos', count: 2, rest: 'open' });
  expect(toRequest(toItems(wanted, {}))).toEqual({ is: 'photos', count: 1, rest: 'accepted' });
  expect(toRequest(toItems(wanted, { verdict: 'waiting' }))).toEqual({ is: 'photos', count: 1, rest: 'open' });
  const details = { idDocSetType: 'APPLICANT_DATA', idDocType: null };
  expect(toRequest(toItems({ ...wanted, ...details }, {}))).toEqual({ is: 'things', rest: 'accepted' });
  expect(toRequest(toItems({}))).toEqual({ is: 'unnamed' });
});
