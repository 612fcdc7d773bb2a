import type { ReactNode } from 'react';

interface ChoiceProps<TValue extends string> {
  name: string;
  legend: ReactNode;
  className: string;
  options: readonly (readonly [TValue, string])[];
  value: TValue | null;
  onChoose: (value: TValue) => void;
}

/** A radio group drawn as a row of buttons. */
export function Choice<TValue extends string>(props: ChoiceProps<TValue>) {
  return (
    <fieldset className={`choice ${props.className}`}>
      <legend>{props.legend}</legend>
      {props.options.map(([value, text]) => (
        <label key={value}>
          <input
            type="radio"
            name={props.name}
            value={value}
            required
            checked={props.value === value}
            onChange={() => props.onChoose(value)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
