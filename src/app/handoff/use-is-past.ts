import { useEffect, useState } from 'react';
import { useDependencies } from '../dependencies';

/** Whether a moment of this device's clock has come; never without one. */
export function useIsPast(moment: number | undefined): boolean {
  const { now } = useDependencies();
  const [past, setPast] = useState<number>();
  useEffect(() => {
    if (moment === undefined) return;
    const timer = setTimeout(() => setPast(moment), Math.max(0, moment - now()));
    return () => clearTimeout(timer);
  }, [moment, now]);
  return moment !== undefined && past === moment;
}
