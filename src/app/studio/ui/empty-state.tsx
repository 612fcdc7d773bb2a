import type { ReactNode } from 'react';

/** What is not here yet, how it comes, and a way there. */
export function EmptyState({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="ui-empty">
      <p className="ui-empty-title">{title}</p>
      <p>{children}</p>
      {action}
    </div>
  );
}
