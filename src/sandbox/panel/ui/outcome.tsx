import type { ReactNode } from 'react';
import { ErrorNote } from './error-note';

interface OutcomeProps {
  action: { error: Error | null; isSuccess: boolean };
  children?: ReactNode;
}

/** How an action went, beside it: told once, since the region is there before its text and the text stays. */
export function Outcome({ action, children = 'Done. The webhook is among the deliveries.' }: OutcomeProps) {
  return (
    <>
      <ErrorNote error={action.error} />
      <p className="outcome" role="status">
        {action.isSuccess && children}
      </p>
    </>
  );
}
