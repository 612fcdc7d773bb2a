import { type KeyboardEvent, useState } from 'react';

interface OptionListOptions {
  count: number;
  /** The option that is marked at first. */
  startAt: number;
  /** Where the keys are pressed in a text field, Home and End stay with the text. */
  isTyping: boolean;
  onChoose: (index: number) => void;
  onClose: () => void;
}

/** The keys of a list whose options are marked while the focus stays on one element (ARIA's active descendant). */
export function useOptionList({ count, startAt, isTyping, onChoose, onClose }: OptionListOptions) {
  const [marked, setMarked] = useState(startAt);
  const last = count - 1;
  const active = Math.min(Math.max(marked, 0), last);

  function onKeyDown(event: KeyboardEvent) {
    const moves: Record<string, number | undefined> = {
      ArrowDown: Math.min(active + 1, last),
      ArrowUp: Math.max(active - 1, 0),
      PageDown: Math.min(active + 8, last),
      PageUp: Math.max(active - 8, 0),
      ...(isTyping ? {} : { Home: 0, End: last }),
    };
    const target = moves[event.key];
    if (target !== undefined) setMarked(target);
    else if (event.key === 'Enter' || (event.key === ' ' && !isTyping)) {
      if (count > 0) onChoose(active);
    } else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return { active, mark: setMarked, onKeyDown };
}
