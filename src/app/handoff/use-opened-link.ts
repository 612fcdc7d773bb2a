import { useEffect, useState } from 'react';
import { readFragment } from '#contract/hand-off';
import { useDependencies } from '../dependencies';

/** `lost`: the page was loaded again after it had dropped the link from the address. */
export type OpenedLink =
  | { is: 'unread' }
  | { is: 'none' }
  | { is: 'lost' }
  | { is: 'incomplete' }
  | { is: 'opened'; token: string };

/** History state of an entry whose address was a link; it says that there was one, and not which. */
const openedState = { openedLink: true };

function hasOpenedLink(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'openedLink' in state;
}

/**
 * Takes the token of a hand-off from the address, which forgets it at once: it is then in this component's state and
 * nowhere else. The language that came with it is spoken, unless the person has chosen one on this device.
 */
export function useOpenedLink(): { link: OpenedLink; forget: () => void } {
  const { language } = useDependencies();
  const [link, setLink] = useState<OpenedLink>({ is: 'unread' });

  useEffect(() => {
    const read = () => {
      const { hash, pathname, search } = window.location;
      // The fragment of the link that skips the header.
      if (hash === '' || hash === '#main') {
        const fallback: OpenedLink = { is: hasOpenedLink(window.history.state) ? 'lost' : 'none' };
        setLink(before => (before.is === 'unread' ? fallback : before));
        return;
      }
      window.history.replaceState(openedState, '', `${pathname}${search}`);
      const found = readFragment(hash);
      // English stands in where the texts cannot be fetched.
      if (found) void language.suggest(found.language).catch(() => undefined);
      setLink(found ? { is: 'opened', token: found.token } : { is: 'incomplete' });
    };
    read();
    // A link that is opened where this page is open already only changes the fragment.
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, [language]);

  return {
    link,
    forget() {
      window.history.replaceState(null, '', window.location.pathname);
      setLink({ is: 'none' });
    },
  };
}
