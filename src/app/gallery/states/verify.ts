import { endpoints } from '#contract/endpoints';
import { given } from '../fixed-answers';
import { type GalleryState, secondMs } from '../gallery-state';
import { noContact, person } from './people';

const createAccessToken = `POST ${endpoints.createAccessToken.path}`;
const verify = { path: '/verify', session: person('in-progress') } as const;

export const verifyStates = {
  'verify-open': { title: 'The frame is open', ...verify, says: [t => t('verify.note')] },
  'verify-loading': { title: 'The frame is loading', ...verify, frame: 'silent', says: [t => t('sdk.loading')] },
  'verify-slow': {
    title: 'The frame is slow, 10 seconds',
    ...verify,
    frame: 'silent',
    passed: { ms: 10 * secondMs, since: t => t('sdk.loading') },
    says: [t => t('sdk.slow')],
  },
  'verify-silent': {
    title: 'The frame stays silent, 20 seconds',
    ...verify,
    frame: 'silent',
    passed: { ms: 20 * secondMs, since: t => t('sdk.loading') },
    says: [t => t('sdk.failed.silent.heading')],
  },
  'verify-silent-no-help': {
    title: 'The frame stays silent, nobody to help',
    ...verify,
    configuration: { links: noContact },
    frame: 'silent',
    passed: { ms: 20 * secondMs, since: t => t('sdk.loading') },
    says: [t => t('sdk.failed.silent.heading')],
  },
  'verify-blocked': {
    title: 'The loader cannot be fetched',
    ...verify,
    frame: 'blocked',
    says: [t => t('sdk.failed.blocked.heading')],
  },
  'verify-keeps-closing': {
    title: 'The frame reloads again and again',
    ...verify,
    frame: 'closing',
    says: [t => t('sdk.failed.keeps-closing.heading')],
  },
  'verify-provider-down': {
    title: 'The provider gives no token',
    ...verify,
    answers: { [createAccessToken]: { is: 'refused', code: 'provider-unreachable' } },
    says: [t => t('problem.provider.heading')],
  },
  'verify-provider-down-until': {
    title: 'The provider gives no token, and says for how long',
    ...verify,
    answers: { [createAccessToken]: { is: 'refused', code: 'provider-unreachable', retryAfterSeconds: 300 } },
    says: [t => t('sdk.failed.provider-down.until', { time: '*' })],
  },
  'verify-limited': {
    title: 'Too many tries',
    ...verify,
    answers: { [createAccessToken]: { is: 'refused', code: 'rate-limited', retryAfterSeconds: 600 } },
    says: [t => t('problem.busy.heading')],
  },
  'verify-no-try': {
    title: 'No try is left, in place of the frame',
    ...verify,
    session: person('action-needed'),
    answers: { [createAccessToken]: { is: 'refused', code: 'attempts-used', retryAfterSeconds: 14 * 60 * 60 } },
    says: [t => t('actionNeeded.noTries', { when: '*' })],
  },
  'verify-offline': {
    title: 'The device goes offline',
    ...verify,
    isOffline: true,
    says: [t => t('verify.offline')],
  },
  'verify-session-ended': {
    title: 'The session has ended',
    ...verify,
    configuration: { entry: 'hand-over' },
    session: [person('in-progress'), given({ verification: null })],
    answers: { [createAccessToken]: { is: 'refused', code: 'session-required' } },
    // The frame's own panel has the same words, and is gone a moment later.
    says: [t => t('goBack')],
  },
} as const satisfies Record<string, GalleryState>;
