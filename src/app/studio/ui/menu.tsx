import type { ReactNode } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Icon } from './icon';

export interface MenuEntry {
  id: string;
  label: string;
  keys?: string;
  hint?: string;
  kind?: 'plain' | 'danger';
  isDisabled?: boolean;
  onAction: () => void;
}

/** Entries of which one is chosen, such as languages. */
export interface MenuChoice {
  title: string;
  chosen: string;
  options: readonly { id: string; label: string }[];
  onChoose: (id: string) => void;
}

interface MenuProps {
  label: string;
  /** The button that opens it: an `IconButton`, or a `Button`. */
  trigger: ReactNode;
  entries?: readonly MenuEntry[];
  choices?: readonly MenuChoice[];
}

export function Menu({ label, trigger, entries = [], choices = [] }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="ui-popover" offset={4} placement="bottom end">
        <AriaMenu className="ui-list" aria-label={label}>
          {entries.length > 0 && (
            <MenuSection className="ui-list-section">
              {entries.map(entry => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.label}
                  className={`ui-list-item${entry.kind === 'danger' ? ' ui-list-danger' : ''}`}
                  isDisabled={entry.isDisabled ?? false}
                  onAction={entry.onAction}
                >
                  <span className="ui-list-words">
                    <span>{entry.label}</span>
                    {entry.hint && <span className="ui-hint">{entry.hint}</span>}
                  </span>
                  {entry.keys && <kbd className="ui-keys">{entry.keys}</kbd>}
                </MenuItem>
              ))}
            </MenuSection>
          )}
          {choices.map(choice => (
            <MenuSection
              key={choice.title}
              className="ui-list-section"
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[choice.chosen]}
              onSelectionChange={keys => {
                const found = choice.options.find(({ id }) => keys !== 'all' && keys.has(id));
                if (found) choice.onChoose(found.id);
              }}
            >
              <Header className="ui-list-title">{choice.title}</Header>
              {choice.options.map(option => (
                <MenuItem key={option.id} id={option.id} textValue={option.label} className="ui-list-item">
                  <span className="ui-list-words">{option.label}</span>
                  <Icon name="tick" />
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
