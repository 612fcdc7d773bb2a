import './settings.css';
import { useRef, useState } from 'react';
import { type ElementState, findElement, toSubject } from '#theming/elements';
import type { StudioTextKey } from '../i18n/studio-texts';
import { useTexts } from '../i18n/use-texts';
import type { Place } from '../state/studio';
import { useStudio, useStudioState, useTheme } from '../state/use-studio';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Switch } from '../ui/switch';
import { TextField } from '../ui/text-field';
import { ElementEditor } from './element-editor';
import { findParts, type Part, type PartGroup, partGroups } from './find-elements';
import { useShownControl } from './use-shown-control';

/** Every element of the widget by name, each with its states and what can be set on them. */
export function ElementsTab() {
  const { t } = useTexts();
  const theme = useTheme();
  const place = useStudioState(state => state.place);
  const [search, setSearch] = useState('');
  const [onlySet, setOnlySet] = useState(false);
  const [open, setOpen] = useState<{ part: string; state: ElementState }>();
  const [seen, setSeen] = useState<Place>();
  const tab = useRef<HTMLDivElement>(null);
  useShownControl(tab, asked =>
    asked.tab === 'elements' ? [`${asked.element}.${asked.property}`, `part:${findElement(asked.element)?.part}`] : [],
  );
  if (place !== seen) {
    setSeen(place);
    const asked = place?.tab === 'elements' ? findElement(place.element) : undefined;
    if (asked) {
      setSearch('');
      setOnlySet(false);
      setOpen(asked);
    }
  }

  const countSet = ({ elements }: Part) =>
    elements.reduce((count, { id }) => count + Object.keys(theme.elements[id] ?? {}).length, 0);
  const found = findParts(partGroups, search, part => t(`settings.element.${part.name}` as StudioTextKey))
    .map(group => ({ ...group, parts: group.parts.filter(part => !onlySet || countSet(part) > 0) }))
    .filter(({ parts }) => parts.length > 0);
  const isAllSet = Object.keys(theme.elements).length > 0;

  return (
    <div ref={tab} className="settings">
      <div className="elements-head">
        <TextField
          label={t('settings.search')}
          labelAt="hidden"
          placeholder={t('settings.search')}
          value={search}
          onChange={setSearch}
        />
        {(isAllSet || onlySet) && <Switch label={t('settings.onlySet')} isOn={onlySet} onChange={setOnlySet} />}
      </div>
      {found.map(group => (
        <Group
          key={group.id}
          group={group}
          isOpen={search !== '' || onlySet || group.parts.some(({ name }) => name === open?.part)}
          countSet={countSet}
          open={open}
          onOpen={setOpen}
        />
      ))}
      {found.length === 0 && (
        <EmptyState
          title={t('settings.noElement')}
          action={
            <Button
              isSmall
              onPress={() => {
                setSearch('');
                setOnlySet(false);
              }}
            >
              {t('settings.showAll')}
            </Button>
          }
        >
          {t('settings.noElement.text')}
        </EmptyState>
      )}
    </div>
  );
}

interface OpenPart {
  part: string;
  state: ElementState;
}

interface GroupProps {
  group: PartGroup;
  isOpen: boolean;
  countSet: (part: Part) => number;
  open: OpenPart | undefined;
  onOpen: (open: OpenPart | undefined) => void;
}

function Group({ group, isOpen, countSet, open, onOpen }: GroupProps) {
  const { t } = useTexts();
  const studio = useStudio();
  const count = group.parts.reduce((sum, part) => sum + countSet(part), 0);
  return (
    <details className="elements-group" open={isOpen}>
      <summary className="elements-summary">
        {t(`settings.elements.${group.id}` as StudioTextKey)}
        {count > 0 && <SetMark count={count} />}
      </summary>
      <ul>
        {group.parts.map(part => {
          const isPartOpen = open?.part === part.name;
          const [element] = part.elements;
          const point = () => studio.pointAt(element && toSubject(element));
          const stop = () => studio.pointAt(undefined);
          const partCount = countSet(part);
          return (
            <li key={part.name}>
              <button
                type="button"
                className="elements-part"
                data-control={`part:${part.name}`}
                aria-expanded={isPartOpen}
                onClick={() => onOpen(isPartOpen ? undefined : { part: part.name, state: element?.state ?? 'rest' })}
                onPointerEnter={point}
                onPointerLeave={stop}
                onFocus={point}
                onBlur={stop}
              >
                {t(`settings.element.${part.name}` as StudioTextKey)}
                {partCount > 0 && <SetMark count={partCount} />}
              </button>
              {isPartOpen && (
                <ElementEditor
                  elements={part.elements}
                  state={open.state}
                  onState={state => onOpen({ part: part.name, state })}
                />
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function SetMark({ count }: { count: number }) {
  const { t } = useTexts();
  return <span className="ui-count">{t('settings.setCount', { count })}</span>;
}
