import { useTexts } from '../i18n/use-texts';
import { Slider } from '../ui/slider';
import { ToggleGroup } from '../ui/toggle-group';
import { FontSetting } from './font-setting';
import { LogoSetting } from './logo-setting';
import { Setting } from './setting';
import { useSetting } from './use-setting';

const lengths = [
  { name: 'controlRadius', max: 40, fallback: 4 },
  { name: 'cardRadius', max: 40, fallback: 6 },
  { name: 'controlHeight', max: 72, fallback: 48 },
] as const;

const choices = {
  density: ['airy', 'regular', 'tight'],
  shadow: ['none', 'soft', 'deep'],
  card: ['raised', 'seamless'],
} as const;

export function ShapeSettings() {
  return (
    <>
      {lengths.map(length => (
        <LengthSetting key={length.name} {...length} />
      ))}
      <ChoiceSetting name="density" options={choices.density} />
      <ChoiceSetting name="shadow" options={choices.shadow} />
      <ChoiceSetting name="card" options={choices.card} />
      <FontSetting />
      <LogoSetting />
    </>
  );
}

function LengthSetting({ name, max, fallback }: (typeof lengths)[number]) {
  const { t } = useTexts();
  const { value, change, reset, end, cancel } = useSetting(name);
  const label = t(`settings.${name}`);
  return (
    <Setting control={name} label={label} isSet={value !== undefined} onReset={reset}>
      <Slider
        label={label}
        value={value}
        fallback={fallback}
        min={0}
        max={Math.max(max, value ?? 0)}
        unit="px"
        onChange={next => change(next, `drag:${name}`)}
        onChangeEnd={end}
        onCancel={cancel}
      />
    </Setting>
  );
}

function ChoiceSetting<Name extends keyof typeof choices>({
  name,
  options,
}: {
  name: Name;
  options: (typeof choices)[Name];
}) {
  const { t } = useTexts();
  const { value, change, reset } = useSetting(name);
  const label = t(`settings.${name}`);
  return (
    <Setting control={name} label={label} isSet={value !== undefined} onReset={reset}>
      <ToggleGroup
        label={label}
        labelAt="start"
        options={options.map(id => ({ id, label: t(`settings.${name}.${id}` as 'settings.density.airy') }))}
        value={value as (typeof options)[number] | undefined}
        onChange={next => change(next as NonNullable<typeof value>)}
      />
    </Setting>
  );
}
