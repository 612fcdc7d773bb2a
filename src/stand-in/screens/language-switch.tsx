import { useEffect, useId, useRef, useState } from 'react';
import { dictionaries, type Texts } from '../texts';
import { Option, OptionList } from './fields/option-list';
import { useOptionList } from './fields/use-option-list';
import { Icon } from './icon';

interface LanguageSwitchProps {
  texts: Texts;
  onChange: (language: string) => void;
}

const languages = Object.keys(dictionaries);

/** The frame's own languages, each under its own name. */
export function LanguageSwitch({ texts, onChange }: LanguageSwitchProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that the focus has left
    <div
      className="lang-dropdown"
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        className="lang-dropdown-button"
        type="button"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={`${texts.say('language.label')}: ${nameLanguage(texts.language)}`}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="globe" className="fa-icon" />
        <span>{nameLanguage(texts.language)}</span>
        <Icon name="chevron" className="fa-icon" />
      </button>
      {isOpen && (
        <LanguageList
          id={id}
          texts={texts}
          onChoose={language => {
            onChange(language);
            close();
          }}
          onClose={close}
        />
      )}
    </div>
  );
}

interface LanguageListProps {
  id: string;
  texts: Texts;
  onChoose: (language: string) => void;
  onClose: () => void;
}

function LanguageList({ id, texts, onChoose, onClose }: LanguageListProps) {
  const list = useRef<HTMLUListElement>(null);
  const { active, onKeyDown } = useOptionList({
    count: languages.length,
    startAt: languages.indexOf(texts.language),
    isTyping: false,
    onChoose: index => onChoose(languages[index] ?? texts.language),
    onClose,
  });
  useEffect(() => list.current?.focus({ preventScroll: true }), []);
  return (
    <div className="dropdown-content">
      <OptionList
        ref={list}
        id={id}
        tabIndex={-1}
        aria-label={texts.say('language.label')}
        aria-activedescendant={`${id}-${active}`}
        onKeyDown={onKeyDown}
      >
        {languages.map((language, index) => (
          <Option
            key={language}
            id={`${id}-${index}`}
            isChosen={language === texts.language}
            isMarked={index === active}
            lang={language}
            onChoose={() => onChoose(language)}
          >
            {nameLanguage(language)}
          </Option>
        ))}
      </OptionList>
    </div>
  );
}

const ownNames: Readonly<Record<string, string>> = {
  en: 'English',
  ru: 'Русский',
  kk: 'Қазақша',
  ar: 'العربية',
};

function nameLanguage(language: string): string {
  return ownNames[language] ?? language;
}
