import { NumberField as AriaNumberField, Group, Input, Label } from 'react-aria-components/NumberField';
import { fieldClass, type Labelled } from './field-layout';

interface NumberFieldProps extends Labelled {
  /** Undefined: empty. */
  value: number | undefined;
  min?: number;
  max?: number;
  step?: number;
  /** Words after the number. */
  unit?: string;
  onChange: (value: number) => void;
  onChangeEnd?: () => void;
  isDisabled?: boolean;
  placeholder?: string;
}

/** Arrow keys step; what is typed counts when the field is left, or on Enter. */
export function NumberField({
  label,
  labelAt,
  value,
  min,
  max,
  step = 1,
  unit,
  onChange,
  onChangeEnd,
  isDisabled = false,
  placeholder,
}: NumberFieldProps) {
  return (
    <AriaNumberField
      className={fieldClass('ui-number', labelAt)}
      value={value ?? Number.NaN}
      step={step}
      isDisabled={isDisabled}
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      onChange={next => {
        if (!Number.isNaN(next)) onChange(next);
      }}
      {...(onChangeEnd ? { onBlur: onChangeEnd } : {})}
    >
      <Label className="ui-label">{label}</Label>
      <Group className="ui-input ui-number-box">
        <Input className="ui-bare-input" {...(placeholder === undefined ? {} : { placeholder })} />
        {unit && (
          <span className="ui-unit" aria-hidden="true">
            {unit}
          </span>
        )}
      </Group>
    </AriaNumberField>
  );
}
