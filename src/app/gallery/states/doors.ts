import type { GalleryState } from '../gallery-state';
import { noContact, person } from './people';

export const doorStates = {
  'session-ended': {
    title: 'Session ended',
    path: '/',
    configuration: { entry: 'hand-over' },
    says: [t => t('problem.session.heading')],
  },
  'session-ended-nowhere': {
    title: 'Session ended, nowhere to return to',
    path: '/',
    configuration: { entry: 'hand-over', links: noContact },
    says: [t => t('problem.session.heading'), t => t('tryAgain')],
  },
  'link-expired': { title: 'Link expired', path: '/?entry=expired', says: [t => t('problem.expired.heading')] },
  'link-used': { title: 'Link used already', path: '/?entry=used', says: [t => t('problem.used.heading')] },
  'link-used-own': {
    title: 'Link used already, by somebody who is signed in',
    path: '/?entry=used',
    session: person('in-review'),
    says: [t => t('problem.used.heading'), t => t('start.resume')],
  },
  'link-invalid': { title: 'Link does not work', path: '/?entry=invalid', says: [t => t('problem.invalid.heading')] },
  'link-busy': { title: 'Too many links', path: '/?entry=busy', says: [t => t('problem.busy.heading')] },
  'link-unavailable': {
    title: 'Links cannot be checked now',
    path: '/?entry=unavailable',
    says: [t => t('problem.ours.heading')],
  },
} as const satisfies Record<string, GalleryState>;
