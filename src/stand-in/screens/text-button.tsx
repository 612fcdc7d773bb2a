import type { ReactNode } from 'react';

interface TextButtonProps {
  className?: string;
  disabled?: boolean;
  describedBy?: string;
  onPress: () => void;
  children: ReactNode;
}

/** A button in all it does, but a `span`, as the text at the end of a line is in hosts' themes. */
export function TextButton({ className, disabled = false, describedBy, onPress, children }: TextButtonProps) {
  const press = () => {
    if (!disabled) onPress();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: said above
    <span
      className={className}
      role="button"
      tabIndex={0}
      aria-disabled={disabled || undefined}
      aria-describedby={describedBy}
      onClick={press}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        press();
      }}
    >
      {children}
    </span>
  );
}
