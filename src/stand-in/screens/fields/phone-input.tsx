import { type ReactNode, useMemo, useState } from 'react';
import { callingCodes, findCallingCode } from '../../calling-codes';
import { nameCountries } from '../../countries';
import { joinPhone, type PhoneNumber, readPhone, splitPhone } from '../../phone-number';
import type { Texts } from '../../texts';
import { Icon } from '../icon';

interface PhoneInputProps {
  id: string;
  name: string;
  /** E.164, or empty. */
  value: string;
  /** Alpha-3 of the country whose code is there at first, if it has one. */
  country: string | undefined;
  className?: string;
  required?: boolean;
  disabled?: boolean;
  invalid?: boolean;
  describedBy?: string | undefined;
  sign?: ReactNode;
  texts: Texts;
  onChange: (e164: string) => void;
  onLeave?: () => void;
}

const defaultCountry = 'KAZ';
const countryCodes = callingCodes.map(({ alpha3 }) => alpha3);

/** A calling code, chosen from a native list that lies unseen over it, and the number. */
export function PhoneInput(props: PhoneInputProps) {
  const { value, className = 'phone-input', disabled = false, texts, onChange } = props;
  const [number, setNumber] = useState<PhoneNumber>(() => readFirst(value, props.country));
  const countries = useMemo(() => nameCountries(countryCodes, texts.language), [texts.language]);
  const alpha2 = countries.find(({ alpha3 }) => alpha3 === number.country)?.alpha2;
  const change = (changed: PhoneNumber) => {
    setNumber(changed);
    onChange(joinPhone(changed));
  };

  return (
    <div className={className} dir="ltr">
      <div className="phone">
        <i className="value-flag" aria-hidden="true">
          {alpha2}
        </i>
        <span className="calling-code" aria-hidden="true">
          +{findCallingCode(number.country)}
        </span>
        <Icon name="chevron" className="fa-icon" />
        <select
          aria-label={texts.say('phone.code')}
          value={number.country}
          disabled={disabled}
          onChange={event => change({ ...number, country: event.target.value })}
        >
          {countries.map(({ alpha3, name }) => (
            <option value={alpha3} key={alpha3}>
              {name} +{findCallingCode(alpha3)}
            </option>
          ))}
        </select>
      </div>
      <input
        id={props.id}
        name={props.name}
        type="tel"
        autoComplete="tel"
        required={props.required}
        readOnly={disabled}
        aria-invalid={props.invalid || undefined}
        aria-describedby={props.describedBy}
        value={number.national}
        onChange={event => change(readPhone(event.target.value, number.country))}
        onBlur={props.onLeave}
      />
      {props.sign}
    </div>
  );
}

function readFirst(value: string, wish = defaultCountry): PhoneNumber {
  const country = findCallingCode(wish) === undefined ? defaultCountry : wish;
  return splitPhone(value, country) ?? { country, national: '' };
}
