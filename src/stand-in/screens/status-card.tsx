import type { ReactNode } from 'react';

interface StatusCardProps {
  /** Colours the round sign. */
  kind: string;
  icon: ReactNode;
  title: string;
  children?: ReactNode;
}

/** A card that states a situation: sign, headline, text. The headline is an h4 in 1.x, and the screen's own heading. */
export function StatusCard({ kind, icon, title, children }: StatusCardProps) {
  return (
    <div className={`document-status ${kind}`}>
      <section className="content">
        <div>
          <div className="row center">
            <div className="round-icon">{icon}</div>
          </div>
          <div className="row">
            <h4 className="center" aria-level={2} tabIndex={-1} data-heading="">
              {title}
            </h4>
          </div>
          {children}
        </div>
      </section>
    </div>
  );
}
