import { useEffect } from 'react';
import { useStudio } from '../state/use-studio';
import { readView, writeView } from '../state/view-address';

/** The view stands in the address, and an address that is come back to gives its view. */
export function useViewAddress(): void {
  const studio = useStudio();
  useEffect(() => {
    const stop = studio.store.subscribe(({ view }, before) => {
      if (view === before.view) return;
      const search = writeView(view, new URLSearchParams(window.location.search)).toString().replaceAll('%2C', ',');
      const address = `${window.location.pathname}${search && `?${search}`}${window.location.hash}`;
      window.history.replaceState(window.history.state, '', address);
    });
    const onPopState = () => studio.look(readView(new URLSearchParams(window.location.search)));
    window.addEventListener('popstate', onPopState);
    return () => {
      stop();
      window.removeEventListener('popstate', onPopState);
    };
  }, [studio]);
}
