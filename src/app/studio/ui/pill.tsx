import type { ReactNode } from 'react';

/** A state in one word or two; its colour only repeats what the word says. */
export function Pill({ tone, children }: { tone: 'good' | 'warn' | 'bad' | 'note'; children: ReactNode }) {
  return <span className={`ui-pill ui-pill-${tone}`}>{children}</span>;
}
