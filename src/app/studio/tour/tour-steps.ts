import type { Studio } from '../state/studio';

/** A stop of the tour: what part of the bench it stands beside, and what has to be open for that. */
export interface TourStep {
  name: 'seeds' | 'stage' | 'elements' | 'rules' | 'findings' | 'history' | 'publish';
  target: 'settings' | 'stage' | 'side' | 'actions';
  prepare(studio: Studio): void;
}

export const tourSteps: readonly TourStep[] = [
  { name: 'seeds', target: 'settings', prepare: studio => studio.openTab({ settings: 'seeds' }) },
  { name: 'stage', target: 'stage', prepare: () => undefined },
  { name: 'elements', target: 'settings', prepare: studio => studio.openTab({ settings: 'elements' }) },
  { name: 'rules', target: 'settings', prepare: studio => studio.openTab({ settings: 'rules' }) },
  { name: 'findings', target: 'side', prepare: studio => studio.openTab({ side: 'findings' }) },
  { name: 'history', target: 'side', prepare: studio => studio.openTab({ side: 'history' }) },
  { name: 'publish', target: 'actions', prepare: () => undefined },
];

/** Where a part of the bench is; of a pane that is closed, the button that opens it. */
export function findTarget(page: Document, target: TourStep['target']): DOMRect | undefined {
  const found = [...page.querySelectorAll(`.bench-${target}, [data-opens="${target}"]`)];
  const boxes = found.map(element => ({ element, box: element.getBoundingClientRect() }));
  const drawn = boxes.filter(({ box }) => box.width > 0);
  return (drawn.find(({ element }) => element.matches(`.bench-${target}`)) ?? drawn[0])?.box;
}
