import { useId, useMemo, useRef, useState } from 'react';
import { nameCountries } from '../../countries';
import type { Texts } from '../../texts';
import { Icon } from '../icon';
import { CountryList } from './country-list';

interface CountrySelectorProps {
  id: string;
  /** The element that says what the country is asked for. */
  labelId: string;
  label: string;
  codes: readonly string[];
  /** Alpha-3, or empty. */
  value: string;
  required?: boolean;
  disabled?: boolean;
  invalid?: boolean;
  describedBy?: string | undefined;
  texts: Texts;
  onChange: (alpha3: string) => void;
  onLeave?: () => void;
}

/** The box of 1.x with flag, name and chevron; it opens on a press, an arrow or the first letter of what is looked for. */
export function CountrySelector(props: CountrySelectorProps) {
  const { id, labelId, label, codes, value, texts, disabled = false, onChange, onLeave } = props;
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState<string>();
  const countries = useMemo(() => nameCountries(codes, texts.language), [codes, texts.language]);
  const chosen = countries.find(({ alpha3 }) => alpha3 === value);
  const isOpen = query !== undefined;
  const close = () => {
    setQuery(undefined);
    box.current?.focus({ preventScroll: true });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that the focus has left
    <div
      className="country-selector"
      onBlur={event => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setQuery(undefined);
        onLeave?.();
      }}
    >
      {/* A div, because hosts' themes style bare buttons. */}
      <div
        ref={box}
        id={id}
        className={chosen ? 'country filled' : 'country'}
        role="combobox"
        tabIndex={0}
        aria-labelledby={labelId}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-required={props.required}
        aria-invalid={props.invalid || undefined}
        aria-disabled={disabled || undefined}
        aria-describedby={props.describedBy}
        onClick={() => {
          if (!disabled) setQuery(isOpen ? undefined : '');
        }}
        onKeyDown={event => {
          const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
          if (disabled || !(isLetter || ['Enter', ' ', 'ArrowDown', 'ArrowUp'].includes(event.key))) return;
          event.preventDefault();
          setQuery(isLetter ? event.key : '');
        }}
      >
        {chosen && (
          <i className="value-flag" aria-hidden="true">
            {chosen.alpha2}
          </i>
        )}
        <span className="current-value">{chosen?.name ?? texts.say('country.choose')}</span>
        <span className={isOpen ? 'show-hide open' : 'show-hide'}>
          <Icon name="chevron" className="ss-icon" />
        </span>
      </div>
      {isOpen && (
        <CountryList
          id={listId}
          label={label}
          countries={countries}
          chosen={value}
          firstQuery={query}
          texts={texts}
          onChoose={alpha3 => {
            onChange(alpha3);
            close();
          }}
          onClose={close}
        />
      )}
    </div>
  );
}
