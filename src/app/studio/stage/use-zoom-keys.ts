import { type RefObject, useEffect } from 'react';
import { useStudio } from '../state/use-studio';
import { readZoomKey } from './zoom';

/** Zooms by keys while the focus is on the stage. */
export function useZoomKeys(stage: RefObject<HTMLElement | null>): void {
  const studio = useStudio();
  useEffect(() => {
    const element = stage.current;
    const zoom = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const next = readZoomKey(event.key, studio.store.getState().view.zoom);
      if (next !== undefined) studio.look({ zoom: next });
    };
    element?.addEventListener('keydown', zoom);
    return () => element?.removeEventListener('keydown', zoom);
  }, [studio, stage]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}
