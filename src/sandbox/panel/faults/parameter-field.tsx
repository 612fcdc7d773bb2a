import type { FaultParameter } from '../../control/fault-contract';

interface ParameterFieldProps {
  parameter: FaultParameter;
  value: string;
  onChange: (value: string) => void;
}

/** A field as the catalogue describes it. */
export function ParameterField({ parameter, value, onChange }: ParameterFieldProps) {
  switch (parameter.kind) {
    case 'number':
      return (
        <label>
          {parameter.label}
          {parameter.emptyLabel !== null && <small> (empty: {parameter.emptyLabel})</small>}
          <input
            type="number"
            min={parameter.min}
            max={parameter.max}
            step="any"
            required={parameter.default !== null}
            value={value}
            onChange={event => onChange(event.currentTarget.value)}
          />
        </label>
      );
    case 'text':
      return (
        <label>
          {parameter.label}
          <input value={value} required autoComplete="off" onChange={event => onChange(event.currentTarget.value)} />
        </label>
      );
    case 'choice':
      return (
        <label>
          {parameter.label}
          <select value={value} onChange={event => onChange(event.currentTarget.value)}>
            {parameter.options.map(option => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      );
  }
}
