import type { ReactNode } from 'react';

interface ActionLinkProps {
  className?: string;
  /** Where the content says too little by itself. */
  label?: string;
  onPress: () => void;
  children: ReactNode;
}

/** An anchor because hosts' themes style anchors in these places, a button in all it does. */
export function ActionLink({ className, label, onPress, children }: ActionLinkProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: said above
    // biome-ignore lint/a11y/useValidAnchor: said above
    <a
      className={className}
      href="#action"
      role="button"
      aria-label={label}
      onClick={event => {
        event.preventDefault();
        onPress();
      }}
      onKeyDown={event => {
        if (event.key !== ' ') return;
        event.preventDefault();
        onPress();
      }}
    >
      {children}
    </a>
  );
}
