import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';

export interface MenuChoices<Value extends string> {
  /** Of the section; left out where there is one section only. */
  title?: string;
  choices: readonly { value: Value; text: string }[];
}

interface ChoiceMenuProps<Value extends string> {
  label: string;
  /** What is chosen, in words, on the button. */
  text: string;
  sections: readonly MenuChoices<Value>[];
  chosen: readonly Value[];
  takes: 'one' | 'many';
  onChoose: (chosen: Value[]) => void;
}

/** More choices than a bar has room for, behind a button. */
export function ChoiceMenu<Value extends string>(props: ChoiceMenuProps<Value>) {
  const { label, text, sections, chosen, takes, onChoose } = props;
  const values = sections.flatMap(({ choices }) => choices.map(({ value }) => value));
  return (
    <MenuTrigger>
      <Button aria-label={text.startsWith(label) ? text : `${label}: ${text}`}>
        <span className="stage-chosen">{text}</span>
        <Icon name="chevron" />
      </Button>
      <Popover className="ui-popover" offset={4} placement="bottom start">
        <Menu
          className="ui-list"
          aria-label={label}
          selectionMode={takes === 'one' ? 'single' : 'multiple'}
          disallowEmptySelection={takes === 'one'}
          selectedKeys={chosen}
          onSelectionChange={keys => onChoose(values.filter(value => keys === 'all' || keys.has(value)))}
        >
          {sections.map(({ title, choices }) => (
            <MenuSection key={title ?? ''} className="ui-list-section" {...(title ? {} : { 'aria-label': label })}>
              {title && <Header className="ui-list-title">{title}</Header>}
              {choices.map(choice => (
                <MenuItem key={choice.value} id={choice.value} className="ui-list-item" textValue={choice.text}>
                  <span className="ui-list-words">{choice.text}</span>
                  <Icon name="tick" />
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
