import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

type Urgency = 'polite' | 'alert';
/** Returns what takes the words back, unless others have been said since. */
type Announce = (text: string, urgency?: Urgency) => () => void;

const silence: Record<Urgency, string> = { polite: '', alert: '' };

const AnnounceContext = createContext<Announce>(() => () => undefined);

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/** The page's two live regions; both exist before any text comes, or screen readers would miss it. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [texts, setTexts] = useState(silence);
  const announce = useCallback<Announce>((text, urgency = 'polite') => {
    setTexts({ ...silence, [urgency]: text });
    return () => setTexts(present => (present[urgency] === text ? silence : present));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className="visually-hidden">
        {texts.polite}
      </div>
      <div role="alert" className="visually-hidden">
        {texts.alert}
      </div>
    </AnnounceContext>
  );
}
