import { type ReactNode, useId } from 'react';
import { allCountries } from '../../countries';
import type { FieldFault } from '../../form-rules';
import type { FormField } from '../../frame-contract';
import type { Texts } from '../../texts';
import { CheckboxItems, RadioItems, SelectControl } from './choice-controls';
import type { ControlProps } from './control';
import { CountrySelector } from './country-selector';
import { FieldSign } from './field-sign';
import { sayField } from './field-words';
import { PhoneInput } from './phone-input';
import { DateControl, TextAreaControl, TextControl } from './text-controls';

export interface FormFieldRowProps {
  field: FormField;
  value: string | string[] | undefined;
  fault: FieldFault | undefined;
  /** It was left with an answer that can be taken. */
  isRight: boolean;
  disabled: boolean;
  /** `YYYY-MM-DD` */
  today: string;
  /** Alpha-3: whose calling code a phone begins with. */
  country: string | undefined;
  texts: Texts;
  onChange: (value: string | string[]) => void;
  onLeave: () => void;
}

/** One field of a form with its label, its control and what is wrong with the answer. */
export function FormFieldRow(props: FormFieldRowProps) {
  const { field, value, fault, isRight, today, country, texts } = props;
  const id = useId();
  const title = sayField(field, texts);
  const text = typeof value === 'string' ? value : '';
  const control: ControlProps = {
    id,
    name: field.name,
    labelId: `${id}-label`,
    value: text,
    required: field.required,
    disabled: props.disabled,
    invalid: fault !== undefined,
    describedBy: fault && `${id}-fault`,
    sign: <FieldSign state={fault ? 'wrong' : isRight ? 'right' : undefined} />,
    texts,
    onChange: props.onChange,
    onLeave: props.onLeave,
  };
  const name = (
    <>
      {title}
      {field.required && (
        <span className="required" aria-hidden="true">
          *
        </span>
      )}
    </>
  );
  const labelled = (child: ReactNode) => (
    <>
      <label htmlFor={id}>
        <span id={control.labelId}>{name}</span>
      </label>
      <div className="input">{child}</div>
    </>
  );

  const draw = (): ReactNode => {
    switch (field.kind) {
      case 'text':
      case 'email':
        return labelled(<TextControl {...control} kind={field.kind} />);
      case 'date':
        return labelled(<DateControl {...control} latest={field.name === 'dob' ? today : undefined} />);
      case 'select':
        return labelled(<SelectControl {...control} field={field} />);
      case 'phone':
        return labelled(<PhoneInput {...control} country={country} />);
      case 'country':
        return (
          <>
            <h3 role="presentation" id={control.labelId}>
              {name}
            </h3>
            <div className="input">
              <CountrySelector {...control} label={title} codes={allCountries} />
            </div>
          </>
        );
      case 'textarea':
        return (
          <>
            <h3 role="presentation">
              <label htmlFor={id}>{name}</label>
            </h3>
            <div className="input">
              <TextAreaControl {...control} />
            </div>
          </>
        );
      case 'radio':
        return (
          <div
            className="radio-group"
            role="radiogroup"
            aria-labelledby={control.labelId}
            aria-required={field.required}
            aria-invalid={control.invalid || undefined}
            aria-describedby={control.describedBy}
          >
            <span id={control.labelId}>{name}</span>
            <RadioItems {...control} field={field} />
          </div>
        );
      case 'checkbox':
        return (
          <label className="checkbox" htmlFor={id}>
            <input
              id={id}
              name={field.name}
              type="checkbox"
              required={field.required}
              disabled={props.disabled}
              checked={text === 'true'}
              aria-invalid={control.invalid || undefined}
              aria-describedby={control.describedBy}
              onChange={event => props.onChange(event.target.checked ? 'true' : '')}
              onBlur={props.onLeave}
            />
            {name}
            <span className="checkmark" />
          </label>
        );
      case 'checkboxes':
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be the h3 of hosts' themes
          <div role="group" aria-labelledby={control.labelId}>
            <h3 role="presentation" id={control.labelId}>
              {name}
            </h3>
            <CheckboxItems {...control} field={field} value={[value ?? []].flat()} onChange={props.onChange} />
          </div>
        );
    }
  };

  return (
    <div className="input-field">
      {draw()}
      {fault && (
        <div className="item-desc-wrapper">
          <p className="item-desc error" id={`${id}-fault`}>
            {texts.say(`faults.${fault}`)}
          </p>
        </div>
      )}
    </div>
  );
}
