import type { Studio } from '../state/studio';

/** A stop of the tour: what it stands beside, and what has to be open for that. */
export interface TourStep {
  name: 'seeds' | 'stage' | 'elements' | 'rules' | 'findings' | 'history' | 'publish';
  target: string;
  prepare(studio: Studio): void;
}

export const tourSteps: readonly TourStep[] = [
  { name: 'seeds', target: '.bench-settings', prepare: studio => studio.openTab({ settings: 'seeds' }) },
  { name: 'stage', target: '.bench-stage', prepare: () => undefined },
  { name: 'elements', target: '.bench-settings', prepare: studio => studio.openTab({ settings: 'elements' }) },
  { name: 'rules', target: '.bench-settings', prepare: studio => studio.openTab({ settings: 'rules' }) },
  { name: 'findings', target: '.bench-side', prepare: studio => studio.openTab({ side: 'findings' }) },
  { name: 'history', target: '.bench-side', prepare: studio => studio.openTab({ side: 'history' }) },
  { name: 'publish', target: '.bench-actions', prepare: () => undefined },
];
