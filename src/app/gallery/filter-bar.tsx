import { useId } from 'react';
import { findPageLanguage, pageLanguages } from '#contract/page-languages';
import { directions, schemes } from './cell-address';
import { type Filters, sizes, widths } from './filters';
import { stateGroups } from './find-state';

/** The gallery's own words are English: it is for designers. */
export function FilterBar({ filters, onChoose }: { filters: Filters; onChoose: (changes: Partial<Filters>) => void }) {
  return (
    <form className="filter-bar" aria-label="What to show">
      <Select
        label="States"
        all="All states"
        value={filters.group}
        options={stateGroups.map(({ title }) => ({ value: title, text: title }))}
        onChoose={group => onChoose({ group })}
      />
      <Select
        label="Language"
        all="All languages"
        value={filters.language}
        options={pageLanguages.map(value => ({ value, text: findPageLanguage(value)?.name ?? value, lang: value }))}
        onChoose={language => onChoose({ language })}
      />
      <Segments
        label="Scheme"
        value={filters.scheme}
        options={[...schemes, undefined]}
        toText={scheme => ({ light: 'Light', dark: 'Dark', all: 'Both' })[scheme ?? 'all']}
        onChoose={scheme => onChoose({ scheme })}
      />
      <Segments
        label="Width"
        value={filters.width}
        options={[...widths, undefined]}
        toText={width => (width === undefined ? 'All' : String(width))}
        onChoose={width => onChoose({ width })}
      />
      <Segments
        label="Direction"
        value={filters.direction}
        options={[undefined, ...directions]}
        toText={direction => ({ ltr: 'LTR', rtl: 'RTL', own: 'Its own' })[direction ?? 'own']}
        onChoose={direction => onChoose({ direction })}
      />
      <Segments
        label="Size"
        value={filters.size}
        options={sizes}
        toText={size => ({ small: 'Small', medium: 'Medium', large: 'Large' })[size]}
        onChoose={size => onChoose({ size })}
      />
    </form>
  );
}

function Select<T extends string>({
  label,
  all,
  value,
  options,
  onChoose,
}: {
  label: string;
  all: string;
  value: T | undefined;
  options: readonly { value: T; text: string; lang?: string }[];
  onChoose: (value: T | undefined) => void;
}) {
  return (
    <label className="filter">
      <span className="filter-label">{label}</span>
      <select
        value={value ?? ''}
        onChange={event => onChoose(options.find(option => option.value === event.target.value)?.value)}
      >
        <option value="">{all}</option>
        {options.map(option => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Segments<T>({
  label,
  value,
  options,
  toText,
  onChoose,
}: {
  label: string;
  value: T;
  options: readonly T[];
  toText: (value: T) => string;
  onChoose: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset className="filter">
      <legend className="filter-label">{label}</legend>
      <div className="segments">
        {options.map(option => (
          <label key={String(option)} className="segment">
            <input type="radio" name={name} checked={option === value} onChange={() => onChoose(option)} />
            {toText(option)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
