import { ago, type GalleryState, hourMs, secondMs } from '../gallery-state';
import { changedPerson, image, noContact, person, step } from './people';

const actionNeeded = { path: '/status', session: person('action-needed') } as const;
const notVerified = { path: '/status', session: person('not-verified', ago(26 * hourMs)) } as const;

const onePhoto = [
  step('IDENTITY', 'ID_CARD', 'send-again', [image('front', 'accepted'), image('back', 'send-again', ['LOW_QUALITY'])]),
  step('SELFIE', 'SELFIE', 'accepted'),
];

export const actionStates = {
  'action-needed-one': {
    title: 'One photo',
    ...actionNeeded,
    documents: { steps: onePhoto },
    says: [t => t('actionNeeded.photos', { count: 1 }), t => t('verdict.send-again')],
  },
  'action-needed-five': {
    title: 'Five photos',
    ...actionNeeded,
    documents: {
      steps: [
        step('IDENTITY', 'PASSPORT', 'send-again', [image('whole', 'send-again', ['DOCUMENT_DAMAGED'])]),
        step('IDENTITY2', 'DRIVERS', 'send-again', [
          image('front', 'send-again', ['GRAPHIC_EDITOR']),
          image('back', 'send-again', ['DOCUMENT_PAGE_MISSING']),
        ]),
        step('SELFIE', 'SELFIE', 'send-again', [], ['BAD_SELFIE']),
        step('PROOF_OF_RESIDENCE', 'UTILITY_BILL', 'missing'),
      ],
    },
    says: [t => t('actionNeeded.photos', { count: 5 }), t => t('verdict.missing')],
  },
  'action-needed-comment': {
    title: 'The provider’s own words',
    ...actionNeeded,
    documents: {
      comment: 'Please take the photos again with the whole document in view.',
      steps: [
        step('IDENTITY', 'PASSPORT', 'send-again', [
          image('whole', 'send-again', ['LOW_QUALITY'], 'The last two lines of the page cannot be read.'),
        ]),
        step('SELFIE', 'SELFIE', 'waiting'),
      ],
    },
    says: [t => t('verdict.send-again'), t => t('verdict.waiting')],
  },
  'action-needed-not-photo': {
    title: 'A step that is no photo',
    ...actionNeeded,
    documents: {
      steps: [step('QUESTIONNAIRE', null, 'send-again'), step('IDENTITY', 'RESIDENCE_PERMIT', 'accepted')],
    },
    says: [t => t('actionNeeded.heading'), t => t('verdict.send-again')],
  },
  'action-needed-last-try': {
    title: 'One try is left',
    ...actionNeeded,
    documents: { steps: onePhoto, attempts: { left: 1, nextAt: null } },
    says: [t => t('actionNeeded.tries', { count: 1 }), t => t('verdict.send-again')],
  },
  'action-needed-no-try': {
    title: 'No try is left',
    ...actionNeeded,
    documents: { steps: onePhoto, attempts: { left: 0, nextAt: ago(-14 * hourMs) } },
    says: [t => t('actionNeeded.noTries', { when: '*' }), t => t('verdict.send-again')],
  },
  'action-needed-unnamed': {
    title: 'A verdict that touches no document',
    ...actionNeeded,
    documents: { reasons: ['NOT_ALL_CHECKS_COMPLETED'] },
    says: [t => t('actionNeeded.heading')],
  },
  'action-needed-list-lost': {
    title: 'The list is out of reach',
    ...actionNeeded,
    documents: { is: 'refused', code: 'provider-refused' },
    says: [t => t('actionNeeded.listFailed')],
  },
  'action-needed-loading': {
    title: 'The list is loading',
    ...actionNeeded,
    documents: { is: 'awaited' },
    passed: { ms: 5 * secondMs, since: t => t('loading') },
    says: [t => t('actionNeeded.heading'), t => t('loading')],
  },
} as const satisfies Record<string, GalleryState>;

export const closedStates = {
  'not-verified': { title: 'Not verified', ...notVerified, says: [t => t('notVerified.contact')] },
  'not-verified-no-contact': {
    title: 'Not verified, nobody to turn to',
    ...notVerified,
    configuration: { links: noContact },
    says: [t => t('notVerified.elsewhere')],
  },
  'not-verified-undated': {
    title: 'Not verified, time unknown',
    ...notVerified,
    session: person('not-verified', null),
    says: [t => t('notVerified.leadUndated')],
  },
  'changed-send-again': {
    title: 'Changed: send again',
    path: '/status',
    session: changedPerson('resubmit'),
    documents: { steps: onePhoto },
    says: [t => t('changed.resubmit'), t => t('verdict.send-again')],
  },
  'changed-start-again': {
    title: 'Changed: start again',
    path: '/status',
    session: changedPerson('start-again'),
    says: [t => t('changed.startAgain', { count: 4 })],
  },
  'changed-contact': {
    title: 'Changed: talk to us',
    path: '/status',
    session: changedPerson('contact', '2025-11-30T12:40:00Z', '2025-09-08T05:20:00Z'),
    says: [t => t('changed.contact')],
  },
  'changed-no-contact': {
    title: 'Changed: nobody to turn to',
    path: '/status',
    session: changedPerson('contact', null),
    configuration: { links: noContact },
    says: [t => t('changed.elsewhere')],
  },
} as const satisfies Record<string, GalleryState>;
