import type { FieldKind } from '../../frame-contract';
import { type ControlProps, toNativeProps } from './control';

/** What browsers may fill in by themselves, by the names that IDnGO gives to fields. */
const autoComplete: Readonly<Record<string, string>> = {
  firstName: 'given-name',
  lastName: 'family-name',
  middleName: 'additional-name',
  legalName: 'name',
  dob: 'bday',
  email: 'email',
  postCode: 'postal-code',
  town: 'address-level2',
  state: 'address-level1',
  street: 'address-line1',
  subStreet: 'address-line2',
};

/** A value no answer has: `findFault` takes it for what it is. */
export const unfinishedDate = 'unfinished';

export function TextControl({ kind, ...control }: ControlProps & { kind: Extract<FieldKind, 'text' | 'email'> }) {
  return (
    <>
      <input
        {...toNativeProps(control)}
        type={kind}
        dir={kind === 'email' ? 'ltr' : 'auto'}
        autoComplete={autoComplete[control.name]}
        value={control.value}
        readOnly={control.disabled}
        onChange={event => control.onChange(event.target.value)}
      />
      {control.sign}
    </>
  );
}

export function TextAreaControl(control: ControlProps) {
  return (
    <textarea
      {...toNativeProps(control)}
      dir="auto"
      rows={4}
      value={control.value}
      readOnly={control.disabled}
      onChange={event => control.onChange(event.target.value)}
    />
  );
}

/** Left to itself: React would empty a date that is half typed, whose value is none yet. */
export function DateControl({ latest, ...control }: ControlProps & { latest: string | undefined }) {
  return (
    <input
      {...toNativeProps(control)}
      type="date"
      min="1900-01-01"
      max={latest}
      autoComplete={autoComplete[control.name]}
      defaultValue={control.value}
      readOnly={control.disabled}
      onChange={event => control.onChange(event.target.value)}
      onBlur={event => {
        if (event.target.validity.badInput) control.onChange(unfinishedDate);
        control.onLeave();
      }}
    />
  );
}
