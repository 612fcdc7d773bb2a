import { useState } from 'react';
import { type Filters, readFilters, writeFilters } from './filters';

/** The filters of the address, which follows every choice. */
export function useFilters(): [Filters, (changes: Partial<Filters>) => void] {
  const [filters, setFilters] = useState(() => readFilters(window.location.search));
  const choose = (changes: Partial<Filters>) => {
    const next = { ...filters, ...changes };
    window.history.replaceState(null, '', writeFilters(next));
    setFilters(next);
  };
  return [filters, choose];
}
