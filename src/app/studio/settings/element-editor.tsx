import { rule } from '#theming/css-text';
import type { ElementState, ThemeElement } from '#theming/elements';
import { useTexts } from '../i18n/use-texts';
import { useTheme } from '../state/use-studio';
import { ToggleGroup } from '../ui/toggle-group';
import { PropertySetting } from './property-setting';

interface ElementEditorProps {
  /** One element in all of its states. */
  elements: readonly ThemeElement[];
  state: ElementState;
  onState: (state: ElementState) => void;
}

export function ElementEditor({ elements, state, onState }: ElementEditorProps) {
  const { t } = useTexts();
  const theme = useTheme();
  const element = elements.find(candidate => candidate.state === state) ?? elements[0];
  if (!element) return null;
  const declarations = Object.entries(theme.elements[element.id] ?? {});
  return (
    <div className="element-editor">
      {elements.length > 1 && (
        <ToggleGroup
          label={t('settings.states')}
          options={elements.map(one => ({
            id: one.state,
            label: theme.elements[one.id] ? `${t(`settings.state.${one.state}`)} •` : t(`settings.state.${one.state}`),
          }))}
          value={element.state}
          onChange={onState}
        />
      )}
      {element.properties.map(property => (
        <PropertySetting key={`${element.id}.${property}`} element={element} property={property} />
      ))}
      <pre className="element-css ui-code" role="note" aria-label={t('settings.elementCss')}>
        {declarations.length === 0 ? element.selector : rule(element.selector, declarations)}
      </pre>
    </div>
  );
}
