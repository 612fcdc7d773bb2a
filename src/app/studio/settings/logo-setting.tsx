import { useRef, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { Button } from '../ui/button';
import { ToggleGroup } from '../ui/toggle-group';
import { logoLimitKb, readLogo } from './read-logo';
import { Setting } from './setting';
import { useSetting } from './use-setting';

const kinds = ['shown', 'hidden', 'replaced'] as const;

export function LogoSetting() {
  const { t } = useTexts();
  const { value, change, reset } = useSetting('logo');
  const [wantsOwn, setWantsOwn] = useState(false);
  const [refusal, setRefusal] = useState<'type' | 'size' | 'unreadable'>();
  const input = useRef<HTMLInputElement>(null);
  const kind = wantsOwn ? 'replaced' : (value?.kind ?? 'shown');
  const label = t('settings.logo');
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = await readLogo(file);
    setRefusal(read.kind === 'refused' ? read.reason : undefined);
    if (read.kind === 'refused') return;
    setWantsOwn(false);
    change({ kind: 'replaced', image: read.image });
  };
  return (
    <>
      <Setting control="logo" label={label} isSet={value !== undefined} onReset={reset}>
        <ToggleGroup
          label={label}
          labelAt="start"
          options={kinds.map(id => ({ id, label: t(`settings.logo.${id}`) }))}
          value={kind}
          onChange={next => {
            setWantsOwn(next === 'replaced' && value?.kind !== 'replaced');
            setRefusal(undefined);
            if (next === 'shown') reset();
            if (next === 'hidden') change({ kind: 'hidden' });
          }}
        />
      </Setting>
      {kind === 'replaced' && (
        <div className="setting setting-under logo-file">
          {value?.kind === 'replaced' && <img src={value.image} alt="" />}
          <div>
            <input
              ref={input}
              type="file"
              accept=".svg,.png,image/svg+xml,image/png"
              hidden
              onChange={event => {
                void take(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
            <Button isSmall onPress={() => input.current?.click()}>
              {t(value?.kind === 'replaced' ? 'settings.logo.other' : 'settings.logo.choose')}
            </Button>
            <p className="ui-hint">{t('settings.logo.hint', { limit: logoLimitKb })}</p>
            {refusal && (
              <p className="ui-error" role="alert">
                {t(`settings.logo.refused.${refusal}`, { limit: logoLimitKb })}
              </p>
            )}
          </div>
        </div>
      )}
    </>
  );
}
