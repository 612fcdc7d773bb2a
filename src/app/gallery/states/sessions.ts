import { given } from '../fixed-answers';
import { ago, type GalleryState, minuteMs } from '../gallery-state';
import { noContact, person } from './people';

const review = { path: '/status', session: person('in-review', ago(minuteMs)) } as const;
const ended = [person('in-review', ago(minuteMs)), given({ verification: null })] as const;
const openMenu: GalleryState['presses'] = [t => t('language.current', { name: '*' })];

/** What stands above a screen, or in its place, whatever it is. */
export const sessionStates = {
  'session-ending': {
    title: 'Session ends soon',
    ...review,
    ends: { inSeconds: 115, canStay: true },
    says: [t => t('session.stay')],
  },
  'session-ending-fixed': {
    title: 'Session ends soon, and cannot be kept',
    ...review,
    ends: { inSeconds: 18, canStay: false },
    says: [t => t('session.fixed')],
  },
  'session-over': {
    title: 'Session ended while the page was open',
    ...review,
    session: ended,
    presses: [t => t('inReview.refresh')],
    says: [t => t('goBack')],
  },
  'session-over-nowhere': {
    title: 'Session ended while open, nowhere to return to',
    ...review,
    session: ended,
    configuration: { links: noContact },
    presses: [t => t('inReview.refresh')],
    says: [t => t('problem.session.heading'), t => t('start.begin')],
  },
  'language-menu': {
    title: 'The language menu',
    path: '/',
    presses: openMenu,
    says: [t => t('language.other')],
  },
  'language-question': {
    title: 'A language that restarts the check',
    path: '/verify',
    session: person('in-progress'),
    passed: { ms: 0, since: t => t('verify.stuck.heading') },
    presses: [...openMenu, () => 'Esperanto'],
    says: [t => t('language.restart.confirm')],
  },
} as const satisfies Record<string, GalleryState>;
