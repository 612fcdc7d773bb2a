import type { DocumentStep, FrameApplicant, FrameStep } from './frame-contract';
import { createPreviewApplicant } from './preview-applicant';
import type { Screen } from './screen';

const sent = withSteps({ reviewStatus: 'pending' }, step => ({ ...step, state: 'received' }));

/** Half of it sent again, so that what was accepted the first time stands beside what is being checked. */
const sentAgain = withSteps({ reviewStatus: 'pending' }, step => ({
  ...step,
  state: isFlagged(step) ? 'received' : 'accepted',
}));

const approved = withSteps({ reviewStatus: 'completed', reviewResult: { reviewAnswer: 'GREEN' } }, step => ({
  ...step,
  state: 'accepted',
}));

const toSendAgain = withSteps(
  {
    reviewStatus: 'completed',
    reviewResult: {
      reviewAnswer: 'RED',
      reviewRejectType: 'RETRY',
      moderationComment: 'Please photograph your document in daylight.',
    },
  },
  step => {
    if (!isFlagged(step)) return { ...step, state: 'accepted' };
    return step.kind === 'documents' && step.idDocSetType === 'IDENTITY'
      ? withFlaggedBack(step)
      : { ...step, state: 'send-again' };
  },
);

const rejected = withSteps(
  {
    reviewStatus: 'completed',
    reviewResult: {
      reviewAnswer: 'RED',
      reviewRejectType: 'FINAL',
      moderationComment: 'The document is not among those that can be accepted.',
    },
  },
  step => ({ ...step, state: 'received' }),
);

/** Everything after the person's part. */
export const statusPreviews = {
  'sending-step': (): Screen => ({ name: 'sending', applicant: sent, attempt: 'first', complete: false }),
  sending: (): Screen => ({ name: 'sending', applicant: sent, attempt: 'first', complete: true }),
  pending: (): Screen => ({ name: 'pending', applicant: sent, connection: 'live' }),
  'pending-again': (): Screen => ({ name: 'pending', applicant: sentAgain, connection: 'live' }),
  'pending-offline': (): Screen => ({ name: 'pending', applicant: sent, connection: 'lost' }),
  'on-hold': (): Screen => ({ name: 'on-hold', applicant: sent, connection: 'live' }),
  approved: (): Screen => ({ name: 'approved', applicant: approved }),
  resubmit: (): Screen => ({ name: 'resubmit', applicant: toSendAgain }),
  rejected: (): Screen => ({ name: 'rejected', applicant: rejected }),
  'problem-session': (): Screen => ({ name: 'problem', problem: { kind: 'session-ended' } }),
  'problem-offline': (): Screen => ({ name: 'problem', problem: { kind: 'offline' } }),
  'problem-refused': (): Screen => ({ name: 'problem', problem: { kind: 'refused', reason: '1008' } }),
} as const satisfies Record<string, () => Screen>;

function withSteps(review: FrameApplicant['review'], change: (step: FrameStep) => FrameStep): FrameApplicant {
  const applicant = createPreviewApplicant();
  return { ...applicant, review, steps: applicant.steps.map(change) };
}

function isFlagged({ idDocSetType }: FrameStep): boolean {
  return idDocSetType === 'IDENTITY' || idDocSetType === 'SELFIE';
}

function withFlaggedBack(step: DocumentStep): DocumentStep {
  const plain = { rejectLabels: [], moderationComment: null };
  return {
    ...step,
    state: 'send-again',
    idDocType: 'ID_CARD',
    country: 'KAZ',
    images: [
      { imageId: '1', idDocSubType: 'FRONT_SIDE', state: 'accepted', ...plain },
      { imageId: '2', idDocSubType: 'BACK_SIDE', state: 'send-again', ...plain, rejectLabels: ['LOW_QUALITY'] },
    ],
  };
}
