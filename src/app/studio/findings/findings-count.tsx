import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useStudio } from '../state/use-studio';
import { findingsOf } from './findings-desk';

/** How many there are that are more than a note; drawn in the head of the tab, and what keeps the check going. */
export function FindingsCount() {
  const desk = findingsOf(useStudio());
  useEffect(() => desk.start(), [desk]);
  const report = useStore(desk.store, state => state.report);
  return report ? report.findings.filter(({ severity }) => severity !== 'note').length : null;
}
