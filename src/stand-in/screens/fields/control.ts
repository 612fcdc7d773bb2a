import type { ReactNode } from 'react';
import type { Texts } from '../../texts';

/** What every kind of control is told by the field around it. */
export interface ControlProps<Value = string> {
  id: string;
  name: string;
  labelId: string;
  value: Value;
  required: boolean;
  disabled: boolean;
  invalid: boolean;
  describedBy: string | undefined;
  /** Whether the answer is right or wrong, as a sign. */
  sign: ReactNode;
  texts: Texts;
  onChange: (value: Value) => void;
  onLeave: () => void;
}

/** The part of it that goes on native elements as it is. */
export function toNativeProps({
  id,
  name,
  required,
  invalid,
  describedBy,
  onLeave,
}: Omit<ControlProps, 'value' | 'onChange'>) {
  return {
    id,
    name,
    required,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
    onBlur: onLeave,
  };
}
