import { useState } from 'react';
import { type ElementProperty, propertyKinds, type ThemeElement } from '#theming/elements';
import { useTexts } from '../i18n/use-texts';
import { themeOf } from '../state/theme-history';
import { useStudio, useStudioState } from '../state/use-studio';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { setDeclaration } from './change-theme';
import { ColourField } from './colour-field';
import { controlOf } from './element-control';
import { Setting } from './setting';
import { takesValue } from './takes-value';

interface PropertySettingProps {
  element: ThemeElement;
  property: ElementProperty;
}

/** One declaration of an element, by the control that suits it. */
export function PropertySetting({ element, property }: PropertySettingProps) {
  const { t } = useTexts();
  const studio = useStudio();
  const value = useStudioState(state => themeOf(state.history).elements[element.id]?.[property]);
  const control = controlOf(propertyKinds[property]);
  const name = `settings.element.${element.part}`;
  const change = (next: string | undefined, gesture?: string) => {
    const key = next === undefined ? 'history.reset' : 'history.set';
    studio.edit({ key, what: name }, theme => setDeclaration(theme, element.id, property, next), gesture);
  };
  const id = `${element.id}.${property}`;
  const reset = () => change(undefined);

  if (control.kind === 'colour') {
    return (
      <ColourField
        control={id}
        label={property}
        value={value}
        fallback="transparent"
        placeholder={t('settings.notSet')}
        resetLabel={t('settings.resetProperty', { property })}
        accepts={text => takesValue(property, text)}
        onChange={change}
        onChangeEnd={studio.endGesture}
        onCancel={studio.cancelGesture}
      />
    );
  }
  return (
    <Setting
      control={id}
      label={property}
      isSet={value !== undefined}
      resetLabel={t('settings.resetProperty', { property })}
      onReset={reset}
    >
      {control.kind === 'words' ? (
        <Select
          label={property}
          labelAt="start"
          placeholder={t('settings.notSet')}
          value={value}
          options={[...new Set([...control.words, ...(value === undefined ? [] : [value])])].map(word => ({
            id: word,
            label: word,
          }))}
          onChange={change}
        />
      ) : (
        <ValueField
          property={property}
          value={value}
          example={control.example}
          onChange={next => change(next, `type:${id}`)}
          onChangeEnd={studio.endGesture}
        />
      )}
    </Setting>
  );
}

interface ValueFieldProps {
  property: ElementProperty;
  value: string | undefined;
  example: string;
  onChange: (value: string | undefined) => void;
  onChangeEnd: () => void;
}

/** A value as CSS writes it; one that the property does not take says so, and the last good one stays. */
function ValueField({ property, value, example, onChange, onChangeEnd }: ValueFieldProps) {
  const { t } = useTexts();
  const [draft, setDraft] = useState<string>();
  const isWrong = draft !== undefined && draft.trim() !== '' && !takesValue(property, draft.trim());
  return (
    <TextField
      label={property}
      labelAt="start"
      isCode
      dir="ltr"
      undo={isWrong ? 'own' : 'studio'}
      value={draft ?? value ?? ''}
      placeholder={example}
      error={isWrong ? t('settings.value.wrong', { property, example }) : undefined}
      onChange={text => {
        setDraft(text);
        if (takesValue(property, text.trim())) onChange(text.trim());
      }}
      onKeyDown={event => {
        if ((event.ctrlKey || event.metaKey) && !isWrong) setDraft(undefined);
      }}
      onBlur={() => {
        if (draft?.trim() === '' && value !== undefined) onChange(undefined);
        setDraft(undefined);
        onChangeEnd();
      }}
    />
  );
}
