import { type GalleryState, type Say, secondMs } from '../gallery-state';

const loading: Say = t => t('loading');
const status = { path: '/status', passed: { ms: 10 * secondMs, since: loading } } as const;

export const problemStates = {
  loading: { title: 'Nothing is known yet', path: '/status', session: { is: 'awaited' }, says: [t => t('loading')] },
  'problem-unreachable': {
    title: 'Our service is out of reach',
    ...status,
    session: { is: 'lost' },
    says: [t => t('problem.unreachable.heading')],
  },
  'problem-offline': {
    title: 'Device offline, nothing known',
    ...status,
    session: { is: 'lost' },
    isOffline: true,
    says: [t => t('offline.bannerUndated'), t => t('problem.unreachable.heading')],
  },
  'problem-limited': {
    title: 'Too many tries',
    path: '/status',
    session: { is: 'refused', code: 'rate-limited', retryAfterSeconds: 600 },
    says: [t => t('problem.busy.until', { time: '*' })],
  },
  'problem-limited-untimed': {
    title: 'Too many tries, no time named',
    path: '/status',
    session: { is: 'refused', code: 'rate-limited' },
    says: [t => t('problem.busy.text')],
  },
  'problem-provider': {
    title: 'The provider is down',
    ...status,
    session: { is: 'refused', code: 'provider-unreachable' },
    says: [t => t('problem.provider.heading')],
  },
  'problem-ours': {
    title: 'Something is wrong with us',
    ...status,
    session: { is: 'refused', code: 'internal' },
    says: [t => t('problem.ours.heading'), t => t('problem.reference', { requestId: '*' })],
  },
} as const satisfies Record<string, GalleryState>;
