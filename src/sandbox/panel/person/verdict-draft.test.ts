import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { verdictSchema } from '../../control/panel-contract';
import {
  acceptItem,
  annotateItem,
  asksForReasons,
  blankDraft,
  flagItem,
  outcomes,
  toCommand,
  type VerdictDraft,
} from './verdict-draft';

const items = { imageIds: ['front', 'back'], formSteps: ['APPLICANT_DATA'] };

describe('verdict draft', () => {
  test('is no command until an outcome is chosen', () => {
    expect(toCommand({ ...blankDraft, moderationComment: 'Blurred.' }, items)).toBeUndefined();
  });

  test('GREEN is sent alone, whatever was flagged or written before', () => {
    const draft: VerdictDraft = {
      ...flagItem(blankDraft, 'back'),
      outcome: 'green',
      rejectLabels: ['SCREENSHOTS'],
      moderationComment: 'Blurred.',
    };
    expect(toCommand(draft, items)).toEqual({ action: 'verdict', body: { reviewAnswer: 'GREEN' } });
  });

  test.each(['hold', 'reset'] as const)('%s is an action of its own with an empty body', outcome => {
    expect(toCommand({ ...blankDraft, outcome }, items)).toEqual({ action: outcome, body: {} });
  });

  test('RED carries labels, both comments and a verdict for each flagged upload', () => {
    const flagged = annotateItem(flagItem(blankDraft, 'back'), 'back', {
      rejectLabels: ['UNSATISFACTORY_PHOTOS'],
      moderationComment: ' The back is blurred. ',
    });
    const draft = {
      ...flagged,
      rejectLabels: ['SCREENSHOTS'],
      moderationComment: 'Once more.',
      clientComment: 'Third time.',
    };
    expect(toCommand(draft, items)).toEqual({
      action: 'verdict',
      body: {
        reviewAnswer: 'RED',
        reviewRejectType: 'RETRY',
        rejectLabels: ['SCREENSHOTS'],
        moderationComment: 'Once more.',
        clientComment: 'Third time.',
        images: { back: { rejectLabels: ['UNSATISFACTORY_PHOTOS'], moderationComment: 'The back is blurred.' } },
        steps: {},
      },
    });
  });

  test('leaves out comments of nothing but blanks', () => {
    const draft = {
      ...annotateItem(flagItem(blankDraft, 'back'), 'back', { moderationComment: '  ' }),
      clientComment: ' ',
    };
    expect(toCommand(draft, items)?.body).toEqual({
      reviewAnswer: 'RED',
      reviewRejectType: 'RETRY',
      rejectLabels: [],
      images: { back: { rejectLabels: [] } },
      steps: {},
    });
  });

  test('asks for a form by the name of its step', () => {
    const draft = annotateItem(flagItem(blankDraft, 'APPLICANT_DATA'), 'APPLICANT_DATA', {
      rejectLabels: ['PROBLEMATIC_APPLICANT_DATA'],
    });
    expect(toCommand(draft, items)?.body).toMatchObject({
      images: {},
      steps: { APPLICANT_DATA: { rejectLabels: ['PROBLEMATIC_APPLICANT_DATA'] } },
    });
  });

  test('leaves out an upload that was replaced since it was flagged', () => {
    expect(toCommand(flagItem(blankDraft, 'back'), { ...items, imageIds: ['front', 'new-back'] })?.body).toMatchObject({
      images: {},
    });
  });

  test('flagging an upload chooses RED, may try again', () => {
    expect(flagItem({ ...blankDraft, outcome: 'green' }, 'back').outcome).toBe('red-retry');
  });

  test('flagging an upload keeps a RED, final chosen before', () => {
    const draft = flagItem({ ...blankDraft, outcome: 'red-final' }, 'back');
    expect(toCommand(draft, items)?.body).toMatchObject({ reviewRejectType: 'FINAL', images: { back: {} } });
  });

  test('an accepted upload is not sent, and its note is still there when it is flagged again', () => {
    const noted = annotateItem(flagItem(blankDraft, 'back'), 'back', { moderationComment: 'Blurred.' });
    const accepted = acceptItem(noted, 'back');
    expect(toCommand(accepted, items)?.body).toMatchObject({ images: {} });
    expect(toCommand(flagItem(accepted, 'back'), items)?.body).toMatchObject({
      images: { back: { moderationComment: 'Blurred.' } },
    });
  });

  test.each(outcomes.filter(asksForReasons))('%s is a verdict as the contract has it', outcome => {
    const draft = { ...flagItem(blankDraft, 'back'), outcome, clientComment: 'Seen before.' };
    expect(v.is(verdictSchema, toCommand(draft, items)?.body)).toBe(true);
  });
});
