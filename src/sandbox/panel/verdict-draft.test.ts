import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { verdictSchema } from '../control/panel-contract';
import {
  acceptUpload,
  annotateUpload,
  asksForReasons,
  blankDraft,
  flagUpload,
  outcomes,
  toCommand,
  type VerdictDraft,
} from './verdict-draft';

const imageIds = ['front', 'back'];

describe('verdict draft', () => {
  test('is no command until an outcome is chosen', () => {
    expect(toCommand({ ...blankDraft, moderationComment: 'Blurred.' }, imageIds)).toBeUndefined();
  });

  test('GREEN is sent alone, whatever was flagged or written before', () => {
    const draft: VerdictDraft = {
      ...flagUpload(blankDraft, 'back'),
      outcome: 'green',
      rejectLabels: ['SCREENSHOTS'],
      moderationComment: 'Blurred.',
    };
    expect(toCommand(draft, imageIds)).toEqual({ action: 'verdict', body: { reviewAnswer: 'GREEN' } });
  });

  test.each(['hold', 'reset'] as const)('%s is an action of its own with an empty body', outcome => {
    expect(toCommand({ ...blankDraft, outcome }, imageIds)).toEqual({ action: outcome, body: {} });
  });

  test('RED carries labels, both comments and a verdict for each flagged upload', () => {
    const flagged = annotateUpload(flagUpload(blankDraft, 'back'), 'back', {
      rejectLabels: ['UNSATISFACTORY_PHOTOS'],
      moderationComment: ' The back is blurred. ',
    });
    const draft = {
      ...flagged,
      rejectLabels: ['SCREENSHOTS'],
      moderationComment: 'Once more.',
      clientComment: 'Third time.',
    };
    expect(toCommand(draft, imageIds)).toEqual({
      action: 'verdict',
      body: {
        reviewAnswer: 'RED',
        reviewRejectType: 'RETRY',
        rejectLabels: ['SCREENSHOTS'],
        moderationComment: 'Once more.',
        clientComment: 'Third time.',
        images: { back: { rejectLabels: ['UNSATISFACTORY_PHOTOS'], moderationComment: 'The back is blurred.' } },
      },
    });
  });

  test('leaves out comments of nothing but blanks', () => {
    const draft = {
      ...annotateUpload(flagUpload(blankDraft, 'back'), 'back', { moderationComment: '  ' }),
      clientComment: ' ',
    };
    expect(toCommand(draft, imageIds)?.body).toEqual({
      reviewAnswer: 'RED',
      reviewRejectType: 'RETRY',
      rejectLabels: [],
      images: { back: { rejectLabels: [] } },
    });
  });

  test('leaves out an upload that was replaced since it was flagged', () => {
    expect(toCommand(flagUpload(blankDraft, 'back'), ['front', 'new-back'])?.body).toMatchObject({ images: {} });
  });

  test('flagging an upload chooses RED, may try again', () => {
    expect(flagUpload({ ...blankDraft, outcome: 'green' }, 'back').outcome).toBe('red-retry');
  });

  test('flagging an upload keeps a RED, final chosen before', () => {
    const draft = flagUpload({ ...blankDraft, outcome: 'red-final' }, 'back');
    expect(toCommand(draft, imageIds)?.body).toMatchObject({ reviewRejectType: 'FINAL', images: { back: {} } });
  });

  test('an accepted upload is not sent, and its note is still there when it is flagged again', () => {
    const noted = annotateUpload(flagUpload(blankDraft, 'back'), 'back', { moderationComment: 'Blurred.' });
    const accepted = acceptUpload(noted, 'back');
    expect(toCommand(accepted, imageIds)?.body).toMatchObject({ images: {} });
    expect(toCommand(flagUpload(accepted, 'back'), imageIds)?.body).toMatchObject({
      images: { back: { moderationComment: 'Blurred.' } },
    });
  });

  test.each(outcomes.filter(asksForReasons))('%s is a verdict as the contract has it', outcome => {
    const draft = { ...flagUpload(blankDraft, 'back'), outcome, clientComment: 'Seen before.' };
    expect(v.is(verdictSchema, toCommand(draft, imageIds)?.body)).toBe(true);
  });
});
