import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

type Urgency = 'polite' | 'alert';
type Announce = (text: string, urgency?: Urgency) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/** The page's two live regions; both exist before any text comes, or screen readers would miss it. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [texts, setTexts] = useState<Record<Urgency, string>>({ polite: '', alert: '' });
  const announce = useCallback<Announce>((text, urgency = 'polite') => {
    setTexts({ polite: '', alert: '', [urgency]: text });
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
