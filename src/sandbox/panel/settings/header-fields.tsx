import { useRef } from 'react';
import type { CustomHeader } from '../../control/webhook-contract';

interface HeaderFieldsProps {
  headers: readonly CustomHeader[];
  onChange: (headers: CustomHeader[]) => void;
}

export function HeaderFields({ headers, onChange }: HeaderFieldsProps) {
  const add = useRef<HTMLButtonElement>(null);
  const replace = (index: number, made: Partial<CustomHeader>) =>
    onChange(headers.map((header, at) => (at === index ? { ...header, ...made } : header)));

  return (
    <fieldset className="header-fields">
      <legend>Headers of your own</legend>
      {headers.map((header, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names change while they are typed, and the order stays
        <div key={index} className="header-field">
          <input
            aria-label={`Name of header ${index + 1}`}
            placeholder="X-Tenant"
            required
            autoComplete="off"
            value={header.name}
            onChange={event => replace(index, { name: event.currentTarget.value })}
          />
          <input
            aria-label={`Value of header ${index + 1}`}
            autoComplete="off"
            value={header.value}
            onChange={event => replace(index, { value: event.currentTarget.value })}
          />
          <button
            type="button"
            className="small"
            onClick={() => {
              onChange(headers.filter((_, at) => at !== index));
              add.current?.focus();
            }}
          >
            Remove <span className="aside-text">header {index + 1}</span>
          </button>
        </div>
      ))}
      <button type="button" className="small" ref={add} onClick={() => onChange([...headers, { name: '', value: '' }])}>
        Add a header
      </button>
    </fieldset>
  );
}
