import { useId, useState } from 'react';
import { rejectLabels } from '#idngo/reject-labels';
import type { ReviewRejectType } from '#idngo/review';
import { Chip, ChipGroup, toggle } from '../ui/chip-group';

const commonLabels = {
  RETRY: ['UNSATISFACTORY_PHOTOS', 'SCREENSHOTS', 'BACK_SIDE_MISSING', 'EXPIRATION_DATE'],
  FINAL: ['FORGERY', 'SELFIE_MISMATCH', 'FRAUDULENT_PATTERNS', 'DUPLICATE'],
} as const satisfies Record<ReviewRejectType, readonly (keyof typeof rejectLabels)[]>;

interface LabelChipsProps {
  legend: string;
  offered: ReviewRejectType;
  chosen: readonly string[];
  onChange: (labels: readonly string[]) => void;
}

/** The usual labels and those that are chosen, with all others behind a button. */
export function LabelChips({ legend, offered, chosen, onChange }: LabelChipsProps) {
  const [isOpen, setOpen] = useState(false);
  const [filter, setFilter] = useState('');
  const moreId = useId();
  const common: readonly string[] = commonLabels[offered];
  const shown = [...common, ...chosen.filter(label => !common.includes(label))];
  const rest = Object.keys(rejectLabels).filter(label => !shown.includes(label));
  const wanted = filter
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_');
  const found = rest.filter(label => label.includes(wanted));
  const isUnheardOf = wanted !== '' && found.length === 0 && !shown.includes(wanted);
  const choose = (label: string) => onChange(toggle(chosen, label));

  return (
    <ChipGroup legend={legend} options={shown} chosen={chosen} onChange={onChange}>
      <button
        type="button"
        className="chip"
        aria-expanded={isOpen}
        aria-controls={moreId}
        onClick={() => setOpen(!isOpen)}
      >
        {rest.length} more
      </button>
      <div id={moreId} className="more" hidden={!isOpen}>
        {isOpen && (
          <>
            <label>
              Find a label
              <input type="search" value={filter} onChange={event => setFilter(event.currentTarget.value)} />
            </label>
            {found.map(label => (
              <Chip key={label} text={label} isChosen={false} onToggle={() => choose(label)} />
            ))}
            {isUnheardOf && (
              <button type="button" className="chip" onClick={() => choose(wanted)}>
                Use {wanted}, which the documents do not know
              </button>
            )}
          </>
        )}
      </div>
    </ChipGroup>
  );
}
