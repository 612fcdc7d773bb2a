import { useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { IconButton } from '../ui/icon-button';
import { Slider } from '../ui/slider';
import { pickFromScreen } from './pick-from-screen';
import { isWide, type Oklch, readOklch, writeColour } from './read-colour';

interface ColourEditorProps {
  label: string;
  /** The colour that is shown, set or not. */
  value: string;
  onChange: (colour: string) => void;
  onChangeEnd: () => void;
  onCancel: () => void;
}

/** Sliders of OKLCH, the system's own picker, and a dropper where the browser has one. */
export function ColourEditor({ label, value, onChange, onChangeEnd, onCancel }: ColourEditorProps) {
  const { t } = useTexts();
  // What was slid is kept as it was: `#rrggbb` has no hue left of a grey.
  const [slid, setSlid] = useState<{ at: Oklch; as: string }>();
  const read = slid?.as === value ? slid.at : (readOklch(value) ?? { l: 0.5, c: 0, h: 0, alpha: 1 });
  const slide = (change: Partial<Oklch>) => {
    const at = { ...read, ...change };
    const as = writeColour(at);
    setSlid({ at, as });
    onChange(as);
  };
  const { l, c, h, alpha } = read;
  const track = (...stops: Oklch[]) =>
    `linear-gradient(to right in oklch longer hue, ${stops.map(stop => toCss(stop)).join(', ')})`;
  const plainTrack = (...stops: Oklch[]) => `linear-gradient(to right, ${stops.map(stop => toCss(stop)).join(', ')})`;
  const opaque = { ...read, alpha: 1 };

  return (
    <div className="colour-editor">
      <div className="colour-editor-head">
        <label className="colour-native">
          <span className="visually-hidden">{t('settings.colour.native', { what: label })}</span>
          <input
            type="color"
            value={toPlainHex(read)}
            onChange={event => onChange(event.target.value)}
            onBlur={onChangeEnd}
          />
        </label>
        <code className="ui-code colour-editor-text">{value}</code>
        {pickFromScreen && (
          <IconButton
            icon="dropper"
            isSmall
            label={t('settings.colour.dropper')}
            onPress={async () => {
              const picked = await pickFromScreen?.();
              if (picked) onChange(picked);
              onChangeEnd();
            }}
          />
        )}
      </div>
      <Slider
        label={t('settings.colour.l')}
        value={round(l, 3)}
        min={0}
        max={1}
        step={0.005}
        track={plainTrack(...[0, 0.25, 0.5, 0.75, 1].map(at => ({ ...opaque, l: at })))}
        onChange={next => slide({ l: next })}
        onChangeEnd={onChangeEnd}
        onCancel={onCancel}
      />
      <Slider
        label={t('settings.colour.c')}
        value={round(c, 3)}
        min={0}
        max={0.4}
        step={0.005}
        track={plainTrack({ ...opaque, c: 0 }, { ...opaque, c: 0.2 }, { ...opaque, c: 0.4 })}
        onChange={next => slide({ c: next })}
        onChangeEnd={onChangeEnd}
        onCancel={onCancel}
      />
      <Slider
        label={t('settings.colour.h')}
        value={round(h, 1)}
        min={0}
        max={360}
        step={1}
        unit="°"
        track={track({ l: 0.7, c: 0.13, h: 0, alpha: 1 }, { l: 0.7, c: 0.13, h: 360, alpha: 1 })}
        onChange={next => slide({ h: next })}
        onChangeEnd={onChangeEnd}
        onCancel={onCancel}
      />
      <Slider
        label={t('settings.colour.alpha')}
        value={Math.round(alpha * 100)}
        min={0}
        max={100}
        unit="%"
        track={plainTrack({ ...read, alpha: 0 }, opaque)}
        onChange={next => slide({ alpha: next / 100 })}
        onChangeEnd={onChangeEnd}
        onCancel={onCancel}
      />
      {isWide(value) && <p className="ui-hint">{t('settings.colour.wide')}</p>}
    </div>
  );
}

function toCss({ l, c, h, alpha }: Oklch): string {
  return `oklch(${round(l, 3)} ${round(c, 3)} ${round(h, 1)} / ${round(alpha, 2)})`;
}

function toPlainHex({ l, c, h }: Oklch): string {
  let chroma = c;
  while (chroma > 0 && writeColour({ l, c: chroma, h, alpha: 1 }).length !== 7) chroma -= 0.01;
  return writeColour({ l, c: Math.max(0, chroma), h, alpha: 1 });
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
