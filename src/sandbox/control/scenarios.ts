import { moderationComments as say } from './moderation-comments';
import type { FoundFault, Move } from './scenario-moves';

/** A course of events that can be played for any person. */
export interface Scenario {
  name: string;
  title: string;
  sentence: string;
  /** Where it needs a certain level: that of a person whom the sandbox plays, too. */
  levelName: string | null;
  moves: readonly Move[];
}

const second = 1000;
const hour = 60 * 60 * second;
const day = 24 * hour;

const submission: Move = { move: 'await-submission' };
/** As long as a quick check takes; nobody should wait longer for a demonstration. */
const check: Move = { move: 'pause', ms: 20 * second };
const approval: Move = { move: 'verdict', verdict: { reviewAnswer: 'GREEN' } };
const submittedAndApproved: readonly Move[] = [submission, check, approval];

const tooDark: FoundFault = {
  step: 'IDENTITY',
  side: 'front',
  rejectLabels: ['LOW_QUALITY'],
  comment: say.tooDark,
};
const faceNotVisible: FoundFault = { step: 'SELFIE', rejectLabels: ['BAD_SELFIE'], comment: say.faceNotVisible };
const cropped: FoundFault = {
  step: 'IDENTITY',
  side: 'front',
  rejectLabels: ['INCOMPLETE_DOCUMENT'],
  comment: say.cropped,
};
const glare: FoundFault = { ...cropped, rejectLabels: ['UNSATISFACTORY_PHOTOS'], comment: say.glare };

function askAgain(...faults: FoundFault[]): Move {
  const rejectLabels = [...new Set(faults.flatMap(fault => fault.rejectLabels))];
  const comment = faults.length > 1 ? say.twoAgain : say.oneAgain;
  return {
    move: 'verdict',
    verdict: { reviewAnswer: 'RED', reviewRejectType: 'RETRY', rejectLabels, comment, faults },
  };
}

function rejectForGood(rejectLabels: FoundFault['rejectLabels'], clientComment: string): Move {
  const comment = say.contactSupport;
  const verdict = { reviewAnswer: 'RED', reviewRejectType: 'FINAL', rejectLabels, comment, clientComment } as const;
  return { move: 'verdict', verdict: { ...verdict, faults: [] } };
}

export const scenarios: readonly Scenario[] = [
  {
    name: 'straight-through',
    title: 'Straight through',
    sentence: 'Everything is in order: approved shortly after it was sent.',
    levelName: null,
    moves: submittedAndApproved,
  },
  {
    name: 'two-photos-again',
    title: 'Two photos again, then through',
    sentence: 'The front of the document is too dark and the selfie hides the face; the second attempt is approved.',
    levelName: null,
    moves: [submission, check, askAgain(tooDark, faceNotVisible), ...submittedAndApproved],
  },
  {
    name: 'everything-again',
    title: 'Everything again, then through',
    sentence: 'A rejection that names no photo asks for all of them once more; the second attempt is approved.',
    levelName: null,
    moves: [
      submission,
      check,
      {
        move: 'verdict',
        verdict: {
          reviewAnswer: 'RED',
          reviewRejectType: 'RETRY',
          rejectLabels: ['UNSATISFACTORY_PHOTOS'],
          comment: say.everythingAgain,
          faults: [],
        },
      },
      ...submittedAndApproved,
    ],
  },
  {
    name: 'form-again',
    title: 'A form again, then through',
    sentence: 'The photos are fine, but the name in the form is not that of the document; corrected, it is approved.',
    levelName: 'address-kyc-level',
    moves: [
      submission,
      check,
      {
        move: 'verdict',
        verdict: {
          reviewAnswer: 'RED',
          reviewRejectType: 'RETRY',
          rejectLabels: ['PROBLEMATIC_APPLICANT_DATA'],
          comment: say.checkYourData,
          faults: [{ step: 'APPLICANT_DATA', rejectLabels: ['PROBLEMATIC_APPLICANT_DATA'], comment: say.nameDiffers }],
        },
      },
      ...submittedAndApproved,
    ],
  },
  {
    name: 'sent-again-three-times-then-final',
    title: 'Three more attempts, then refused',
    sentence: 'Each new photo of the document has another fault; the fourth attempt ends in a final rejection.',
    levelName: null,
    moves: [
      ...[tooDark, cropped, glare].flatMap(fault => [submission, check, askAgain(fault)]),
      submission,
      check,
      rejectForGood(['SCREENSHOTS', 'UNSATISFACTORY_PHOTOS', 'SPAM'], 'Too many unusable uploads.'),
    ],
  },
  {
    name: 'rejected-outright',
    title: 'Rejected at once',
    sentence: 'The first attempt ends in a final rejection, without another chance.',
    levelName: null,
    moves: [submission, check, rejectForGood(['AGE_REQUIREMENT_MISMATCH'], 'The person is younger than required.')],
  },
  {
    name: 'approved-then-blocked',
    title: 'Approved, then blocked',
    sentence: 'Three days after the approval a second, final rejection follows: the document was forged.',
    levelName: null,
    moves: [
      ...submittedAndApproved,
      { move: 'pause', ms: 3 * day },
      rejectForGood(['FORGERY', 'FRAUDULENT_PATTERNS'], 'The document was found to be forged after the approval.'),
    ],
  },
  {
    name: 'approval-withdrawn-and-restored',
    title: 'Approval withdrawn by mistake, restored',
    sentence: 'A day after the approval the person is rejected for good, and approved again an hour later.',
    levelName: null,
    moves: [
      ...submittedAndApproved,
      { move: 'pause', ms: day },
      rejectForGood(['DUPLICATE'], 'Taken for a duplicate of another applicant.'),
      { move: 'pause', ms: hour },
      approval,
    ],
  },
  {
    name: 'approved-then-asked-again',
    title: 'Approved, asked again, approved',
    sentence: 'A month after the approval the document has expired; a new one is approved.',
    levelName: null,
    moves: [
      ...submittedAndApproved,
      { move: 'pause', ms: 30 * day },
      {
        move: 'verdict',
        verdict: {
          reviewAnswer: 'RED',
          reviewRejectType: 'RETRY',
          rejectLabels: ['EXPIRATION_DATE'],
          comment: say.expired,
          faults: [{ step: 'IDENTITY', rejectLabels: ['EXPIRATION_DATE'], comment: say.expired }],
        },
      },
      ...submittedAndApproved,
    ],
  },
  {
    name: 'held-overnight',
    title: 'Held overnight',
    sentence: 'A compliance officer has to look at it and approves it the next morning.',
    levelName: null,
    moves: [submission, check, { move: 'hold' }, { move: 'pause', ms: 12 * hour }, approval],
  },
  {
    name: 'prechecked-then-green',
    title: 'Checked in two parts',
    sentence: 'The first checks are reported at once, the approval follows a minute later.',
    levelName: null,
    moves: [submission, check, { move: 'precheck' }, { move: 'pause', ms: 60 * second }, approval],
  },
  {
    name: 'operator-resets',
    title: 'An operator resets',
    sentence: 'A day after the approval an operator resets the applicant: everything has to be sent anew.',
    levelName: null,
    moves: [...submittedAndApproved, { move: 'pause', ms: day }, { move: 'reset' }, ...submittedAndApproved],
  },
  {
    name: 'level-raised',
    title: 'The level is raised',
    sentence: 'A day after the approval the applicant is moved to a level that asks for more, and gives it.',
    levelName: 'basic-kyc-level',
    moves: [
      ...submittedAndApproved,
      { move: 'pause', ms: day },
      { move: 'change-level', levelName: 'address-kyc-level' },
      ...submittedAndApproved,
    ],
  },
  {
    name: 'deactivated-and-back',
    title: 'Deactivated and back',
    sentence: 'The applicant is deactivated during the check, activated again an hour later, and approved.',
    levelName: null,
    moves: [
      submission,
      check,
      { move: 'deactivate' },
      { move: 'pause', ms: hour },
      { move: 'activate' },
      check,
      approval,
    ],
  },
  {
    name: 'person-deleted',
    title: 'The person is deleted',
    sentence: 'A day after the approval the applicant is deleted for good.',
    levelName: null,
    moves: [...submittedAndApproved, { move: 'pause', ms: day }, { move: 'delete' }],
  },
  {
    name: 'token-expires-during-selfie',
    title: 'The token expires while the selfie is taken',
    sentence: 'The access token ends as soon as the document is in: the page has to renew it without losing anything.',
    levelName: null,
    moves: [{ move: 'await-step', step: 'IDENTITY' }, { move: 'expire-tokens' }, ...submittedAndApproved],
  },
  {
    name: 'never-answers',
    title: 'Never answers',
    sentence: 'Everything was sent, and no answer comes.',
    levelName: null,
    moves: [submission],
  },
];

export function findScenario(name: string): Scenario | undefined {
  return scenarios.find(scenario => scenario.name === name);
}
