import type { FormField } from '../../frame-contract';
import { type ControlProps, toNativeProps } from './control';
import { sayOption } from './field-words';

interface OptionProps {
  field: FormField;
}

export function SelectControl({ field, ...control }: ControlProps & OptionProps) {
  return (
    <>
      <select
        {...toNativeProps(control)}
        value={control.value}
        disabled={control.disabled}
        onChange={event => control.onChange(event.target.value)}
      >
        <option value="" aria-label={control.texts.say('form.choose')} />
        {field.options?.map(({ value }) => (
          <option value={value} key={value}>
            {sayOption(field, value, control.texts)}
          </option>
        ))}
      </select>
      {control.value === '' && (
        <span className="select-placeholder" aria-hidden="true">
          {control.texts.say('form.choose')}
        </span>
      )}
    </>
  );
}

export function RadioItems({ field, ...control }: ControlProps & OptionProps) {
  return field.options?.map(({ value }) => (
    <label className="radio-item" key={value}>
      <input
        type="radio"
        name={control.name}
        value={value}
        checked={value === control.value}
        disabled={control.disabled}
        onChange={() => control.onChange(value)}
        onBlur={control.onLeave}
      />
      {sayOption(field, value, control.texts)}
      <span className="checkmark" />
    </label>
  ));
}

export function CheckboxItems({ field, ...control }: ControlProps<string[]> & OptionProps) {
  const { value: chosen, onChange, ...rest } = control;
  const { id: _, required: __, ...native } = toNativeProps(rest);
  return field.options?.map(({ value }) => (
    <label className="checkbox" key={value}>
      <input
        {...native}
        type="checkbox"
        value={value}
        checked={chosen.includes(value)}
        disabled={control.disabled}
        onChange={event =>
          onChange(event.target.checked ? [...chosen, value] : chosen.filter(other => other !== value))
        }
      />
      {sayOption(field, value, control.texts)}
      <span className="checkmark" />
    </label>
  ));
}
