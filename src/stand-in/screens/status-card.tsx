import type { ReactNode } from 'react';

interface StatusCardProps {
  /** Colours the round sign. */
  kind: string;
  icon: ReactNode;
  title: string;
  /** Paragraphs under the title. */
  text?: ReactNode;
  children?: ReactNode;
}

/**
 * A card that states a situation: sign, headline, text. The headline is an h4 in 1.x, the first of its row with the
 * text beside it; here it is the screen's own heading too.
 */
export function StatusCard({ kind, icon, title, text, children }: StatusCardProps) {
  return (
    <div className={`document-status ${kind}`}>
      <section className="content">
        <div>
          <div className="row center">
            <div className="round-icon">{icon}</div>
          </div>
          <div className="row">
            <h4 className="center" aria-level={2} tabIndex={-1} data-heading="">
              <p>{title}</p>
            </h4>
            {text && <div className="center">{text}</div>}
          </div>
          {children}
        </div>
      </section>
    </div>
  );
}
