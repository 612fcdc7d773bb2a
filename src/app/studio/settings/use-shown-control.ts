import { type RefObject, useEffect } from 'react';
import type { Place } from '../state/studio';
import { useStudioState } from '../state/use-studio';

/** Where each was shown: a tab that is opened again, as a new element, does not jump to it once more. */
const shownIn = new WeakMap<Place, HTMLElement>();

/** Brings the control that was asked for into sight and under the keys. `find` names it by `data-control`. */
export function useShownControl(
  container: RefObject<HTMLElement | null>,
  find: (place: Place) => readonly string[],
): void {
  const place = useStudioState(state => state.place);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is asked for
  useEffect(() => {
    if (!place || !container.current) return;
    if ((shownIn.get(place) ?? container.current) !== container.current) return;
    const names = find(place).map(name => `[data-control="${CSS.escape(name)}"]`);
    const control = names.map(name => container.current?.querySelector<HTMLElement>(name)).find(Boolean);
    if (!control) return;
    shownIn.set(place, container.current);
    for (let above = control.parentElement; above; above = above.parentElement) {
      if (above instanceof HTMLDetailsElement) above.open = true;
    }
    control.scrollIntoView({ block: 'center' });
    const target = control.matches('button') ? control : control.querySelector<HTMLElement>('input, textarea, button');
    target?.focus({ preventScroll: true });
    control.dataset.shown = '';
    const forget = () => delete control.dataset.shown;
    control.addEventListener('animationend', forget, { once: true });
    return () => {
      control.removeEventListener('animationend', forget);
      forget();
    };
  }, [place]);
}
