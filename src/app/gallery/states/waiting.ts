import { ago, type GalleryState, hourMs, minuteMs, secondMs } from '../gallery-state';
import { person } from './people';

const review = { path: '/status', session: person('in-review', ago(20 * secondMs)) } as const;

export const waitingStates = {
  receiving: {
    title: 'Just sent',
    path: '/status',
    session: person('in-progress'),
    before: 'sent',
    says: [t => t('receiving.lead'), t => t('link.live', { time: '*' })],
  },
  'receiving-slow': {
    title: 'Just sent, 10 seconds',
    path: '/status',
    session: person('in-progress'),
    before: 'sent',
    passed: { ms: 10 * secondMs, since: t => t('receiving.lead') },
    says: [t => t('receiving.slow')],
  },
  'receiving-long': {
    title: 'Just sent, a minute',
    path: '/status',
    session: person('in-progress'),
    before: 'sent',
    passed: { ms: minuteMs, since: t => t('receiving.lead') },
    says: [t => t('receiving.slow'), t => t('start.resume')],
  },
  unfinished: {
    title: 'Not finished',
    path: '/status',
    session: person('in-progress'),
    says: [t => t('unfinished.heading')],
  },
  'in-review': {
    title: 'In review',
    ...review,
    says: [t => t('inReview.lead', { count: 15 }), t => t('link.live', { time: '*' })],
  },
  'in-review-minute': {
    title: 'In review, a minute',
    ...review,
    session: person('in-review', ago(minuteMs)),
    says: [t => t('inReview.minute'), t => t('link.live', { time: '*' })],
  },
  'in-review-long': {
    title: 'In review, five minutes',
    ...review,
    session: person('in-review', ago(5 * minuteMs)),
    says: [t => t('inReview.long'), t => t('link.live', { time: '*' })],
  },
  'in-review-overdue': {
    title: 'In review, longer than usual',
    ...review,
    session: person('in-review', ago(40 * minuteMs)),
    says: [t => t('inReview.overdue', { count: 15 }), t => t('link.live', { time: '*' })],
  },
  'in-review-by-mail': {
    title: 'In review, the result comes by e-mail, too',
    ...review,
    configuration: { resultBy: 'email' },
    says: [t => t('inReview.resultByEmail'), t => t('link.live', { time: '*' })],
  },
  'in-review-connecting': {
    title: 'In review, connecting',
    ...review,
    link: 'connecting',
    says: [t => t('link.connecting', { time: '*' })],
  },
  'in-review-polling': {
    title: 'In review, push refused',
    ...review,
    link: 'polling',
    says: [t => t('link.polling', { time: '*' })],
  },
  'in-review-lost': {
    title: 'In review, server out of reach',
    path: '/status',
    session: [person('in-review', ago(20 * secondMs)), { is: 'lost' }],
    link: 'offline',
    passed: { ms: 10 * secondMs, since: t => t('link.polling', { time: '*' }) },
    says: [t => t('link.offline', { time: '*' })],
  },
  'in-review-offline': {
    title: 'In review, device offline',
    path: '/status',
    session: [person('in-review', ago(20 * secondMs)), { is: 'lost' }],
    isOffline: true,
    link: 'offline',
    says: [t => t('offline.banner', { time: '*' }), t => t('link.offline', { time: '*' })],
  },
  'in-review-offer': {
    title: 'In review, a notification is offered',
    ...review,
    notices: 'offered',
    says: [t => t('news.offer')],
  },
  'in-review-told': {
    title: 'In review, will be notified',
    ...review,
    notices: 'on',
    says: [t => t('news.cancel')],
  },
  'in-review-untold': {
    title: 'In review, notifications are blocked',
    ...review,
    notices: 'denied',
    presses: [t => t('news.offer')],
    says: [t => t('news.denied')],
  },
  'in-review-phone': {
    title: 'In review, on a phone that was handed to',
    ...review,
    handedOff: true,
    says: [t => t('handedOff.back')],
  },
  'on-hold': {
    title: 'A closer look',
    path: '/status',
    session: person('on-hold', ago(3 * hourMs)),
    says: [t => t('onHold.heading'), t => t('link.live', { time: '*' })],
  },
} as const satisfies Record<string, GalleryState>;
