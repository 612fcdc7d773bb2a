import type { GalleryState } from '../gallery-state';
import { noContact } from './people';

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
    says: [t => t('problem.session.heading')],
  },
  'link-expired': { title: 'Link expired', path: '/?entry=expired', says: [t => t('problem.expired.heading')] },
  'link-used': { title: 'Link used already', path: '/?entry=used', says: [t => t('problem.used.heading')] },
  'link-invalid': { title: 'Link does not work', path: '/?entry=invalid', says: [t => t('problem.invalid.heading')] },
  'link-busy': { title: 'Too many links', path: '/?entry=busy', says: [t => t('problem.busy.heading')] },
  'link-unavailable': {
    title: 'Links cannot be checked now',
    path: '/?entry=unavailable',
    says: [t => t('problem.ours.heading')],
  },
} as const satisfies Record<string, GalleryState>;
