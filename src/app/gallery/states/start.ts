import { endpoints } from '#contract/endpoints';
import type { GalleryState } from '../gallery-state';
import { noContact, person } from './people';

const coin =
  '<circle cx="24" cy="24" r="22" fill="#0f9b72"/><path d="M14 33 24 14l10 19M18 27h12" fill="none" stroke="#fff" stroke-width="4"/>';
const logos = {
  square: toLogo(48, coin),
  wide: toLogo(
    216,
    `${coin}<text x="58" y="34" font-family="Georgia, serif" font-size="30" fill="#0f9b72">Aqsha Bank</text>`,
  ),
};

const createSession = `POST ${endpoints.createSession.path}`;

export const startStates = {
  'start-first-visit': {
    title: 'First visit',
    path: '/',
    says: [t => t('start.heading'), t => t('start.begin')],
  },
  'start-without-links': {
    title: 'First visit, an operator without links',
    path: '/',
    configuration: { links: noContact, maxFileBytes: 10 * 1024 * 1024 },
    says: [t => t('start.begin')],
  },
  'start-branded': {
    title: 'An operator’s name',
    path: '/',
    configuration: { brand: { name: 'Aqsha Bank', logo: null } },
    says: [t => t('start.begin')],
  },
  'start-logo': {
    title: 'An operator’s name and logo',
    path: '/',
    configuration: { brand: { name: 'Aqsha Bank', logo: logos.square } },
    says: [t => t('start.begin')],
  },
  'start-wordmark': {
    title: 'An operator’s logo that is the name',
    path: '/',
    configuration: { brand: { name: 'Aqsha Bank', logo: logos.wide } },
    says: [t => t('start.begin')],
  },
  'start-address': {
    title: 'A level that asks for everything',
    path: '/',
    session: person('not-started', null),
    configuration: {
      requirements: [
        { need: 'contact' },
        { need: 'questions' },
        { need: 'identity', documents: ['PASSPORT'] },
        { need: 'address', documents: ['UTILITY_BILL'] },
        { need: 'selfie', as: 'photo' },
        { need: 'other' },
      ],
    },
    says: [t => t('start.begin'), t => t('needs.contact.text')],
  },
  'start-film': {
    title: 'A level that asks for a film',
    path: '/',
    configuration: {
      requirements: [
        { need: 'identity', documents: ['PASSPORT', 'ID_CARD'] },
        { need: 'selfie', as: 'film' },
      ],
    },
    says: [t => t('start.begin'), t => t('needs.camera.film', { megabytes: '*' })],
  },
  'start-unknown-level': {
    title: 'What the level asks for is not known yet',
    path: '/',
    configuration: { requirements: null },
    says: [t => t('start.begin')],
  },
  'start-handed-over': {
    title: 'Handed over by the host, nothing sent yet',
    path: '/',
    session: person('not-started', null),
    says: [t => t('start.heading'), t => t('start.begin')],
  },
  'start-reset': {
    title: 'The operator reset the check',
    path: '/',
    session: person('not-started'),
    says: [t => t('reset.heading'), t => t('start.begin')],
  },
  'start-continue': {
    title: 'Continue where you left off',
    path: '/',
    session: person('in-progress'),
    says: [t => t('unfinished.heading'), t => t('start.resume')],
  },
  'start-not-handed-over': {
    title: 'Nobody was handed over',
    path: '/',
    configuration: { entry: 'hand-over' },
    says: [t => t('problem.session.heading')],
  },
  'start-refused': {
    title: 'The button was pressed too often',
    path: '/',
    answers: { [createSession]: { is: 'refused', code: 'rate-limited', retryAfterSeconds: 600 } },
    presses: [t => t('start.begin')],
    says: [t => t('problem.busy.heading')],
  },
  'start-lost': {
    title: 'The button was pressed, nobody answers',
    path: '/',
    answers: { [createSession]: { is: 'lost' } },
    presses: [t => t('start.begin')],
    says: [t => t('problem.unreachable.heading')],
  },
} as const satisfies Record<string, GalleryState>;

function toLogo(width: number, drawing: string) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 48">${drawing}</svg>`;
  return { url: `data:image/svg+xml,${encodeURIComponent(svg)}`, width, height: 48 };
}
