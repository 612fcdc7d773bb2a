import type { ReactNode } from 'react';
import type { Narrowing } from '../address';
import { useAddress } from '../use-address';

/** A box that narrows a list, and is part of the page's address. */
export function NarrowingBox({ narrowing, children }: { narrowing: Narrowing; children: ReactNode }) {
  const { only, amend } = useAddress();
  const others = only.filter(other => other !== narrowing);
  return (
    <label className="inline">
      <input
        type="checkbox"
        checked={only.includes(narrowing)}
        onChange={event => amend({ only: event.currentTarget.checked ? [...others, narrowing] : others })}
      />
      {children}
    </label>
  );
}
