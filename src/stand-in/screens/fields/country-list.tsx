import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Country } from '../../countries';
import type { Texts } from '../../texts';
import { findCountries } from './find-countries';
import { Option, OptionList } from './option-list';
import { useOptionList } from './use-option-list';

interface CountryListProps {
  id: string;
  label: string;
  countries: readonly Country[];
  chosen: string;
  /** What was typed to open it. */
  firstQuery: string;
  texts: Texts;
  onChoose: (alpha3: string) => void;
  onClose: () => void;
}

/** The open list of a country picker: a field to search in, which keeps the focus, and the countries found. */
export function CountryList({ id, label, countries, chosen, firstQuery, texts, onChoose, onClose }: CountryListProps) {
  const optionId = useId();
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(firstQuery);
  const found = useMemo(() => findCountries(countries, query), [countries, query]);
  const { active, mark, onKeyDown } = useOptionList({
    count: found.length,
    startAt: firstQuery === '' ? countries.findIndex(({ alpha3 }) => alpha3 === chosen) : 0,
    isTyping: true,
    onChoose: index => onChoose(found[index]?.alpha3 ?? chosen),
    onClose,
  });

  useEffect(() => search.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    // Not `scrollIntoView`, which would move the host's page as well.
    const box = list.current;
    const option = document.getElementById(`${optionId}-${active}`);
    if (!box || !option) return;
    const room = search.current?.offsetHeight ?? 0;
    const top = option.offsetTop - room;
    const bottom = option.offsetTop + option.offsetHeight - box.clientHeight;
    if (box.scrollTop > top || box.scrollTop < bottom) box.scrollTop = box.scrollTop > top ? top : bottom;
  }, [active, optionId]);

  return (
    <div className="list" ref={list}>
      <input
        ref={search}
        type="text"
        role="combobox"
        aria-label={texts.say('country.search')}
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${optionId}-${active}` : undefined}
        placeholder={texts.say('country.search')}
        autoComplete="off"
        spellCheck="false"
        value={query}
        onChange={event => {
          setQuery(event.target.value);
          mark(0);
        }}
        onKeyDown={onKeyDown}
      />
      <OptionList id={id} aria-label={label} tabIndex={-1}>
        {found.map(({ alpha3, alpha2, name }, index) => (
          <Option
            key={alpha3}
            id={`${optionId}-${index}`}
            isChosen={alpha3 === chosen}
            isMarked={index === active}
            onChoose={() => onChoose(alpha3)}
          >
            <i className="flag" aria-hidden="true">
              {alpha2}
            </i>
            {name}
          </Option>
        ))}
      </OptionList>
      <p className="nothing" role="status">
        {found.length === 0 && texts.say('country.none')}
      </p>
    </div>
  );
}
