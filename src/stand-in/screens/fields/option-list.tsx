import type { ComponentProps, ReactNode } from 'react';

/** Lists whose options can be chosen, made of `ul` and `li` because hosts' themes style those. */
export function OptionList(props: Omit<ComponentProps<'ul'>, 'role'>) {
  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: said above
  return <ul role="listbox" {...props} />;
}

interface OptionProps {
  id: string;
  isChosen: boolean;
  /** It is where the keys have led to. */
  isMarked: boolean;
  lang?: string;
  onChoose: () => void;
  children: ReactNode;
}

export function Option({ id, isChosen, isMarked, lang, onChoose, children }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on what names it as its active descendant
    // biome-ignore lint/a11y/useKeyWithClickEvents: and the keys are pressed there
    <li
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: said above
      role="option"
      id={id}
      lang={lang}
      data-v-044267ea=""
      data-focused={isMarked ? '' : undefined}
      aria-selected={isChosen}
      className={isChosen ? 'active' : undefined}
      onMouseDown={event => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </li>
  );
}
