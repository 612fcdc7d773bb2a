import { useState } from 'react';
import { type ColourName, type SeedName, seedNames } from '#contract/theme';
import { isCssColour } from '#theming/css-colour';
import { deriveShades, readColours } from '#theming/derive-shades';
import { stockColours } from '#theming/stock-colours';
import { useTexts } from '../i18n/use-texts';
import { themeOf } from '../state/theme-history';
import { useStudioState } from '../state/use-studio';
import { ColourField } from './colour-field';
import { ShadesBar } from './shades-bar';
import { useColourChange } from './use-colour-change';

/** Shades that stand by themselves; those of the accent are in its bar. */
const otherShades = ['mutedText', 'line', 'onAccent', 'onAccentDisabled'] as const;

export function SeedColours() {
  return (
    <>
      {seedNames.map(name => (
        <SeedColour key={name} name={name} />
      ))}
      <OtherShades />
    </>
  );
}

/** Drawn once they are looked at, or asked for. */
function OtherShades() {
  const { t } = useTexts();
  const [wasOpened, setOpened] = useState(false);
  const isAskedFor = useStudioState(({ place }) => place?.tab === 'seeds' && isOther(place.control));
  return (
    <details className="settings-more" onToggle={() => setOpened(true)}>
      <summary className="settings-summary">{t('settings.moreShades')}</summary>
      {(wasOpened || isAskedFor) && otherShades.map(name => <ShadeColour key={name} name={name} />)}
    </details>
  );
}

function isOther(control: string): boolean {
  return otherShades.some(name => name === control.split('.').at(-1));
}

function SeedColour({ name }: { name: SeedName }) {
  const { t } = useTexts();
  const scheme = useStudioState(state => state.editedScheme);
  const inherited = useStudioState(({ history }) => (scheme === 'dark' ? themeOf(history).light[name] : undefined));
  return (
    <>
      <Colour
        name={name}
        fallback={inherited ?? stockColours[scheme][name]}
        placeholder={inherited === undefined ? t('settings.asProvider') : t('settings.asLight')}
        resetLabel={
          inherited === undefined
            ? t('settings.resetToProvider', { what: t(`settings.colour.${name}`) })
            : t('settings.resetToLight', { what: t(`settings.colour.${name}`) })
        }
        hint={name === 'success' ? t('settings.success.hint') : undefined}
      />
      {name === 'accent' && <ShadesBar />}
    </>
  );
}

function ShadeColour({ name }: { name: (typeof otherShades)[number] }) {
  const { t } = useTexts();
  const scheme = useStudioState(state => state.editedScheme);
  const derived = useStudioState(({ history }) => deriveShades(readColours(themeOf(history), scheme), scheme)[name]);
  return (
    <Colour
      name={name}
      fallback={derived}
      placeholder={t('settings.derived')}
      resetLabel={t('settings.unpin', { what: t(`settings.colour.${name}`) })}
    />
  );
}

interface ColourProps {
  name: ColourName;
  fallback: string;
  placeholder: string;
  resetLabel: string;
  hint?: string | undefined;
}

function Colour({ name, ...rest }: ColourProps) {
  const { t } = useTexts();
  const scheme = useStudioState(state => state.editedScheme);
  const value = useStudioState(({ history }) => themeOf(history)[scheme][name]);
  const { change, end, cancel } = useColourChange(name);
  return (
    <ColourField
      key={scheme}
      {...rest}
      control={`${scheme}.${name}`}
      label={t(`settings.colour.${name}`)}
      value={value}
      accepts={isCssColour}
      onChange={change}
      onChangeEnd={end}
      onCancel={cancel}
    />
  );
}
