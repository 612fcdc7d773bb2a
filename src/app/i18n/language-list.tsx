import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useDependencies } from '../dependencies';
import { type ListedLanguage, listLanguages, matchesLanguage } from './list-languages';
import { useLanguage } from './use-language';

/** A combobox over a listbox that is always there: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function LanguageList({
  startsInSearch,
  onChoose,
  onClose,
}: {
  startsInSearch: boolean;
  onChoose: (code: string) => void;
  onClose: () => void;
}) {
  const { language } = useDependencies();
  const { asked, page, t } = useLanguage();
  const search = useRef<HTMLInputElement>(null);
  const id = useId();
  const toId = (code: string) => `${id}-${code}`;
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(asked);

  const all = useMemo(() => listLanguages(language.pages), [language]);
  const found = useMemo(() => {
    const matching = (listed: ListedLanguage[]) => listed.filter(it => matchesLanguage(it, query, page));
    return { pages: matching(all.pages), others: matching(all.others) };
  }, [all, query, page]);
  const codes = [...found.pages, ...found.others].map(({ code }) => code);
  const current = codes.includes(active) ? active : codes[0];
  const currentId = current === undefined ? undefined : toId(current);

  useEffect(() => {
    if (startsInSearch) search.current?.focus();
  }, [startsInSearch]);
  useEffect(() => {
    if (currentId) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  const move = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || current === undefined) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (event.key === 'Enter') onChoose(current);
    else if (step !== undefined)
      setActive(codes[toIndex(codes.indexOf(current) + step, codes.length, step)] ?? current);
    else return;
    event.preventDefault();
  };

  const renderGroup = (heading: string, languages: ListedLanguage[]) =>
    languages.length > 0 && (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, not options.
      <div role="group" aria-label={heading}>
        <p aria-hidden="true" className="language-group">
          {heading}
        </p>
        {languages.map(({ code, name }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox, which has the focus.
          <div
            key={code}
            id={toId(code)}
            role="option"
            tabIndex={-1}
            lang={code}
            aria-selected={code === asked}
            data-active={code === current || undefined}
            className="language-option"
            onClick={() => onChoose(code)}
          >
            <bdi>{name}</bdi>
          </div>
        ))}
      </div>
    );

  return (
    <>
      <div className="language-head">
        <h2 id="language-heading">{t('language.label')}</h2>
        <button type="button" className="language-close" aria-label={t('language.close')} onClick={onClose}>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M5 5l10 10M15 5L5 15" />
          </svg>
        </button>
      </div>
      <input
        ref={search}
        className="language-search"
        type="text"
        role="combobox"
        aria-label={t('language.search')}
        placeholder={t('language.search')}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={id}
        aria-activedescendant={currentId}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="done"
        value={query}
        onChange={event => setQuery(event.target.value)}
        onKeyDown={move}
      />
      <div id={id} role="listbox" tabIndex={-1} aria-label={t('language.label')} className="language-list">
        {renderGroup(t('language.page'), found.pages)}
        {renderGroup(t('language.other'), found.others)}
      </div>
      <p role="status" className={codes.length === 0 ? 'language-none' : 'visually-hidden'}>
        {codes.length === 0 && t('language.none')}
      </p>
    </>
  );
}

/** One step goes round at the ends, a leap stops there. */
function toIndex(index: number, length: number, step: number): number {
  return Math.abs(step) === 1 ? (index + length) % length : Math.min(Math.max(index, 0), length - 1);
}
