import { useId } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { fieldClass, type Labelled } from './field-layout';

export interface Option<Id extends string> {
  id: Id;
  label: string;
}

interface ToggleGroupProps<Id extends string> extends Labelled {
  options: readonly Option<Id>[];
  /** Undefined: none is chosen yet. */
  value: Id | undefined;
  onChange: (value: Id) => void;
  isDisabled?: boolean;
}

/** One of a few. */
export function ToggleGroup<Id extends string>(props: ToggleGroupProps<Id>) {
  const { options, value, onChange } = props;
  const choose = (ids: Id[]) => {
    const [id] = ids;
    if (id !== undefined) onChange(id);
  };
  return <Segments {...props} options={options} chosen={value === undefined ? [] : [value]} onChange={choose} />;
}

interface ToggleSetProps<Id extends string> extends Labelled {
  options: readonly Option<Id>[];
  value: readonly Id[];
  onChange: (value: Id[]) => void;
  isDisabled?: boolean;
}

/** Any of a few, but at least one. */
export function ToggleSet<Id extends string>({ value, ...props }: ToggleSetProps<Id>) {
  return <Segments {...props} chosen={value} isSet />;
}

interface SegmentsProps<Id extends string> extends Labelled {
  options: readonly Option<Id>[];
  chosen: readonly Id[];
  onChange: (value: Id[]) => void;
  isSet?: boolean;
  isDisabled?: boolean;
}

function Segments<Id extends string>({
  label,
  labelAt = 'hidden',
  options,
  chosen,
  onChange,
  isSet = false,
  isDisabled = false,
}: SegmentsProps<Id>) {
  const id = useId();
  return (
    <div className={fieldClass('ui-segments-field', labelAt)}>
      <span id={id} className="ui-label">
        {label}
      </span>
      <ToggleButtonGroup
        className="ui-segments"
        aria-labelledby={id}
        selectionMode={isSet ? 'multiple' : 'single'}
        disallowEmptySelection
        isDisabled={isDisabled}
        selectedKeys={chosen}
        onSelectionChange={keys => onChange(options.map(option => option.id).filter(option => keys.has(option)))}
      >
        {options.map(option => (
          <ToggleButton key={option.id} id={option.id} className="ui-segment">
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
