import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

interface ChoiceButtonsProps<Value extends string> {
  label: string;
  choices: readonly { value: Value; text: string }[];
  chosen: readonly Value[];
  /** How many may be chosen; at least one always is. */
  takes: 'one' | 'many';
  onChoose: (chosen: Value[]) => void;
}

/** A few choices in one bar. */
export function ChoiceButtons<Value extends string>({
  label,
  choices,
  chosen,
  takes,
  onChoose,
}: ChoiceButtonsProps<Value>) {
  return (
    <ToggleButtonGroup
      className="stage-choices"
      aria-label={label}
      selectionMode={takes === 'one' ? 'single' : 'multiple'}
      disallowEmptySelection
      selectedKeys={chosen}
      onSelectionChange={keys => onChoose(choices.map(({ value }) => value).filter(value => keys.has(value)))}
    >
      {choices.map(({ value, text }) => (
        <ToggleButton key={value} id={value} className="stage-choice">
          {text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
