import { useEffect, useState } from 'react';
import { useDependencies } from '../dependencies';

/** True once `afterMs` have passed since `since`, ISO 8601 by the backend’s clock; never without a time. */
export function usePassed(since: string | null, afterMs: number): boolean {
  const { backendNow: now } = useDependencies();
  const dueAt = since === null ? Number.POSITIVE_INFINITY : Date.parse(since) + afterMs;
  const [passed, setPassed] = useState(() => now() >= dueAt);
  useEffect(() => {
    setPassed(now() >= dueAt);
    const waitMs = dueAt - now();
    if (waitMs <= 0 || waitMs === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(() => setPassed(true), waitMs);
    return () => clearTimeout(timer);
  }, [dueAt, now]);
  return passed;
}
