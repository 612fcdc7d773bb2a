import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';

/** One filled button a view; `quiet` has no border; nor has `toggle`, which looks the same whether it is on or off. */
export type ButtonKind = 'plain' | 'filled' | 'quiet' | 'toggle' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  kind?: ButtonKind;
  isSmall?: boolean;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ kind = 'plain', isSmall = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`ui-button ui-button-${kind}${isSmall ? ' ui-button-small' : ''}`}>
      {children}
    </AriaButton>
  );
}
