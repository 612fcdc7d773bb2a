import type { ReactNode } from 'react';
import { Icon } from './icon';

/** The bar at the foot of a card; the order and adjacency of the two buttons is what hosts' themes expect. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="row buttons">{children}</div>;
}

export function SubmitButton({ text, disabled = false }: { text: string; disabled?: boolean }) {
  return (
    <button className={disabled ? 'submit disabled' : 'submit'} type="submit" disabled={disabled}>
      <span>{text}</span>
      <i className="arrow" aria-hidden="true" />
    </button>
  );
}

export function BackButton({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    <button className="back" type="button" onClick={onPress}>
      <i className="arrow" aria-hidden="true" />
      <span>{text}</span>
    </button>
  );
}

/** The plain variant of camera screens. */
export function AlternativeBackButton({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    <button className="alt-back" type="button" onClick={onPress}>
      <Icon name="cross" className="ss-icon" />
      <span>{text}</span>
    </button>
  );
}
