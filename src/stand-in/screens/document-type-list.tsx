import { useId } from 'react';
import type { DocumentType } from '../frame-contract';
import type { Texts } from '../texts';

interface DocumentTypeListProps {
  types: readonly DocumentType[];
  value: string;
  onChange: (idDocType: string) => void;
  texts: Texts;
}

export function DocumentTypeList({ types, value, onChange, texts }: DocumentTypeListProps) {
  const label = useId();
  return (
    <div className="input-field">
      <div className="radio-group" role="radiogroup" aria-labelledby={label}>
        <span id={label}>{texts.say('document.type')}</span>
        {types.map(({ idDocType }) => (
          <label className="radio-item" key={idDocType}>
            <input
              type="radio"
              name="idDocType"
              value={idDocType}
              checked={idDocType === value}
              onChange={() => onChange(idDocType)}
            />
            {texts.sayNamed('documentTypes', idDocType)}
            <span className="checkmark" />
          </label>
        ))}
      </div>
    </div>
  );
}
