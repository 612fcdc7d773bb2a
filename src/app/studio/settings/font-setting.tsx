import { useState } from 'react';
import { isDeclarationValue } from '#theming/declaration-value';
import { useTexts } from '../i18n/use-texts';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { fontList } from './font-list';
import { Setting } from './setting';
import { useSetting } from './use-setting';

export function FontSetting() {
  const { t } = useTexts();
  const { value, change, reset, end } = useSetting('fontFamily');
  const [draft, setDraft] = useState<string>();
  const listed = fontList.find(({ family }) => family === value);
  const [isOwn, setOwn] = useState(false);
  const showsOwn = isOwn || (value !== undefined && !listed);
  const isWrong = draft !== undefined && draft !== '' && !isDeclarationValue(draft.trim());
  const label = t('settings.fontFamily');
  return (
    <>
      <Setting
        control="fontFamily"
        label={label}
        isSet={value !== undefined}
        onReset={() => {
          setOwn(false);
          reset();
        }}
      >
        <Select
          label={label}
          labelAt="start"
          placeholder={t('settings.asProvider')}
          value={showsOwn ? 'own' : listed?.name}
          options={[
            ...fontList.map(({ name, family }) => ({ id: name, label: name, style: { fontFamily: family } })),
            { id: 'own' as const, label: t('settings.fontFamily.own') },
          ]}
          onChange={id => {
            const font = fontList.find(({ name }) => name === id);
            setOwn(!font);
            if (font) change(font.family);
          }}
        />
      </Setting>
      {showsOwn && (
        <div className="setting setting-under">
          <TextField
            label={t('settings.fontFamily.family')}
            isCode
            undo={isWrong ? 'own' : 'studio'}
            value={draft ?? value ?? ''}
            placeholder="'Inter', sans-serif"
            hint={t('settings.fontFamily.hint')}
            error={isWrong ? t('settings.fontFamily.wrong') : undefined}
            onChange={text => {
              setDraft(text);
              if (text.trim() !== '' && isDeclarationValue(text.trim())) change(text.trim(), 'type:fontFamily');
            }}
            onBlur={() => {
              setDraft(undefined);
              end();
            }}
          />
        </div>
      )}
    </>
  );
}
