import type { ReactNode } from 'react';

interface ChipGroupProps {
  legend: string;
  options: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
  toText?: (option: string) => string;
  children?: ReactNode;
}

/** Words of which any number can be chosen. */
export function ChipGroup({ legend, options, chosen, onChange, toText = text => text, children }: ChipGroupProps) {
  return (
    <fieldset className="chips">
      <legend>{legend}</legend>
      {options.map(option => (
        <Chip
          key={option}
          text={toText(option)}
          isChosen={chosen.includes(option)}
          onToggle={() => onChange(toggle(chosen, option))}
        />
      ))}
      {children}
    </fieldset>
  );
}

export function Chip({ text, isChosen, onToggle }: { text: string; isChosen: boolean; onToggle: () => void }) {
  return (
    <button type="button" className="chip" aria-pressed={isChosen} onClick={onToggle}>
      {text}
    </button>
  );
}

export function toggle(chosen: readonly string[], option: string): readonly string[] {
  return chosen.includes(option) ? chosen.filter(other => other !== option) : [...chosen, option];
}
