import { useState } from 'react';
import type { DocumentType } from '../frame-contract';
import type { Texts } from '../texts';
import { DocumentExamples } from './document-examples';
import { Icon } from './icon';

interface DocumentTypeCardsProps {
  types: readonly DocumentType[];
  /** Those of the chosen country. */
  supported: readonly DocumentType[];
  idDocSetType: string;
  texts: Texts;
  onChoose: (idDocType: string) => void;
}

/** The document types as cards, as late builds of 1.x had them; shown by previews. */
export function DocumentTypeCards({ types, supported, idDocSetType, texts, onChoose }: DocumentTypeCardsProps) {
  const [explained, setExplained] = useState<string>();
  return types.map(({ idDocType }, index) => {
    const isSupported = supported.some(type => type.idDocType === idDocType);
    const isExplained = explained === idDocType;
    const name = texts.sayNamed('documentTypes', idDocType);
    return (
      <div className="row" key={idDocType}>
        <div className="identity-item">
          <button
            className={isExplained ? 'identity-item-text-button isActive' : 'identity-item-text-button'}
            type="button"
            aria-expanded={isExplained}
            onClick={() => setExplained(isExplained ? undefined : idDocType)}
          >
            <span className="identity-item-text-button-icon">
              <Icon name="file" />
            </span>
            <span>{name}</span>
          </button>
          <button
            className={cardClass(isSupported, index)}
            type="button"
            disabled={!isSupported}
            aria-label={`${name}. ${texts.say('buttons.continue')}`}
            onClick={() => onChoose(idDocType)}
          >
            <span>{texts.say('buttons.continue')}</span>
          </button>
        </div>
        {isExplained && <DocumentExamples idDocSetType={idDocSetType} texts={texts} />}
      </div>
    );
  });
}

function cardClass(isSupported: boolean, index: number): string {
  if (!isSupported) return 'identity-item-button disabled';
  return index === 0 ? 'identity-item-button' : 'identity-item-button white';
}
