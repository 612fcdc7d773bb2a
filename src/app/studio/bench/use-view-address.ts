import { useEffect } from 'react';
import { useStudio } from '../state/use-studio';
import { readView, writeView } from '../state/view-address';

/** The view stands in the address, and an address that is come back to gives its view. */
export function useViewAddress(): void {
  const studio = useStudio();
  useEffect(() => {
    let isReturning = false;
    const stop = studio.store.subscribe(({ view }, before) => {
      if (view === before.view || isReturning) return;
      const search = writeView(view, new URLSearchParams(window.location.search)).toString().replaceAll('%2C', ',');
      const { pathname, search: present, hash } = window.location;
      const address = `${pathname}${search && `?${search}`}${hash}`;
      if (address === pathname + present + hash) return;
      // From one screen the way back leads to the wall that it was opened from.
      const write = view.mode === before.view.mode ? 'replaceState' : 'pushState';
      window.history[write](window.history.state, '', address);
    });
    const onPopState = () => {
      isReturning = true;
      studio.look(readView(new URLSearchParams(window.location.search)));
      isReturning = false;
    };
    window.addEventListener('popstate', onPopState);
    return () => {
      stop();
      window.removeEventListener('popstate', onPopState);
    };
  }, [studio]);
}
