import type { ApplicantSummary } from '../../control/panel-contract';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad';

/** How an applicant stands: the word on the pill, its tone, and what that means for the reviewer. */
export interface Standing {
  word: string;
  tone: Tone;
  meaning: string;
}

export function toStanding({ presence, review }: Pick<ApplicantSummary, 'presence' | 'review'>): Standing {
  if (presence === 'deleted') return { word: 'deleted', tone: 'neutral', meaning: 'deleted: nothing more can happen' };
  if (presence === 'deactivated') {
    return { word: 'deactivated', tone: 'neutral', meaning: 'deactivated: activate to go on' };
  }
  switch (review.reviewStatus) {
    case 'init':
      return { word: 'init', tone: 'neutral', meaning: 'not everything has been sent yet' };
    case 'pending':
      return {
        word: 'pending',
        tone: 'warn',
        meaning: 'the sandbox never decides by itself: this is your turn',
      };
    case 'onHold':
      return { word: 'onHold', tone: 'warn', meaning: 'on hold until you decide' };
    case 'completed':
      return toDecision(review.reviewResult);
    case undefined:
    case null:
      return { word: 'unknown', tone: 'neutral', meaning: 'a status that the documents do not describe' };
    default:
      return { word: review.reviewStatus, tone: 'neutral', meaning: 'between two steps of the check' };
  }
}

function toDecision(result: ApplicantSummary['review']['reviewResult']): Standing {
  if (result?.reviewAnswer === 'GREEN') {
    return { word: 'GREEN', tone: 'good', meaning: 'verified; a new verdict takes that back' };
  }
  if (result?.reviewAnswer !== 'RED') {
    return { word: 'completed', tone: 'neutral', meaning: 'completed without an answer' };
  }
  switch (result.reviewRejectType) {
    case 'RETRY':
      return { word: 'RED retry', tone: 'bad', meaning: 'asked to send something again' };
    case 'FINAL':
      return { word: 'RED final', tone: 'bad', meaning: 'refused for good; a new verdict takes that back' };
    case undefined:
    case null:
      return { word: 'RED', tone: 'bad', meaning: 'refused, without saying whether for good' };
  }
}
