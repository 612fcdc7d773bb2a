import type { CSSProperties } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, Button, Label, SelectValue } from 'react-aria-components/Select';
import { fieldClass, type Labelled } from './field-layout';
import { Icon } from './icon';

export interface SelectOption<Id extends string> {
  id: Id;
  label: string;
  /** A second, quieter line. */
  hint?: string;
  style?: CSSProperties;
}

interface SelectProps<Id extends string> extends Labelled {
  options: readonly SelectOption<Id>[];
  value: Id | undefined;
  onChange: (value: Id) => void;
  placeholder?: string;
  isDisabled?: boolean;
}

export function Select<Id extends string>({
  label,
  labelAt,
  options,
  value,
  onChange,
  placeholder,
  isDisabled = false,
}: SelectProps<Id>) {
  const chosen = options.find(option => option.id === value);
  return (
    <AriaSelect
      className={fieldClass('ui-select', labelAt)}
      value={value ?? null}
      onChange={key => {
        const option = options.find(({ id }) => id === key);
        if (option) onChange(option.id);
      }}
      isDisabled={isDisabled}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <Label className="ui-label">{label}</Label>
      <Button className="ui-input ui-select-button">
        <SelectValue className="ui-select-value">
          {({ defaultChildren }) => (chosen ? <span style={chosen.style}>{chosen.label}</span> : defaultChildren)}
        </SelectValue>
        <Icon name="chevron" />
      </Button>
      <Popover className="ui-popover" offset={4}>
        <ListBox className="ui-list">
          {options.map(option => (
            <ListBoxItem key={option.id} id={option.id} textValue={option.label} className="ui-list-item">
              <span className="ui-list-words">
                <span style={option.style}>{option.label}</span>
                {option.hint && <span className="ui-hint">{option.hint}</span>}
              </span>
              <Icon name="tick" />
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
