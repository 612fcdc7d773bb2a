import type { ReactNode } from 'react';

type Rank = 'primary' | 'secondary' | 'quiet';

export function Button({
  rank = 'primary',
  busy = false,
  onPress,
  children,
}: {
  rank?: Rank;
  busy?: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={`button button-${rank}`}
      aria-disabled={busy || undefined}
      onClick={() => {
        if (!busy) onPress();
      }}
    >
      {children}
    </button>
  );
}

/** Leads out of the app. */
export function ButtonLink({ rank = 'primary', href, children }: { rank?: Rank; href: string; children: ReactNode }) {
  return (
    <a className={`button button-${rank}`} href={href}>
      {children}
    </a>
  );
}
