import type { KeyboardEventHandler, Ref } from 'react';
import { TextField as AriaTextField, FieldError, Input, Label, Text, TextArea } from 'react-aria-components/TextField';
import { fieldClass, type Labelled } from './field-layout';

interface TextFieldProps extends Labelled {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  onFocus?: () => void;
  onKeyDown?: KeyboardEventHandler<HTMLElement>;
  /** What is wrong with the value, and what would be right. */
  error?: string | undefined;
  hint?: string;
  placeholder?: string;
  rows?: number;
  dir?: 'ltr' | 'rtl' | 'auto';
  isDisabled?: boolean;
  isReadOnly?: boolean;
  isCode?: boolean;
  /** `studio`: the value is the theme's, so Ctrl+Z in the field is the studio's; else the field's own. */
  undo?: 'own' | 'studio';
  ref?: Ref<HTMLInputElement>;
}

export function TextField({
  label,
  labelAt,
  value,
  onChange,
  onBlur,
  onFocus,
  onKeyDown,
  error,
  hint,
  placeholder,
  rows,
  dir,
  isDisabled = false,
  isReadOnly = false,
  isCode = false,
  undo = 'own',
  ref,
}: TextFieldProps) {
  const input = {
    className: `ui-input${isCode ? ' ui-code' : ''}`,
    'data-undo': undo,
    spellCheck: !isCode,
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(dir ? { dir } : {}),
    ...(onKeyDown ? { onKeyDown } : {}),
  };
  return (
    <AriaTextField
      className={fieldClass('ui-text-field', labelAt)}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      isReadOnly={isReadOnly}
      {...(onBlur ? { onBlur } : {})}
      {...(onFocus ? { onFocus } : {})}
    >
      <Label className="ui-label">{label}</Label>
      {rows ? <TextArea {...input} rows={rows} /> : <Input {...input} {...(ref ? { ref } : {})} />}
      {hint && (
        <Text slot="description" className="ui-hint">
          {hint}
        </Text>
      )}
      <FieldError className="ui-error">{error}</FieldError>
    </AriaTextField>
  );
}
