import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { toAgo } from './to-ago';

const tickMs = 30_000;

/** Says how long ago, and goes on counting. */
export function useAgo(): (at: string) => string {
  const { t, language } = useTexts();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  // What was just saved is younger than the last tick.
  return at => toAgo(at, Math.max(now, Date.now()), language, t);
}
