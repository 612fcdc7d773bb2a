import { schemes } from '#contract/theme';
import type { StudioTranslate } from '../i18n/studio-texts';
import { useTexts } from '../i18n/use-texts';
import { forcedStates, type StudioView } from '../state/studio-view';
import { useStudio, useStudioState } from '../state/use-studio';
import { ToggleGroup, ToggleSet } from '../ui/toggle-group';
import { ChoiceMenu } from './choice-menu';
import { zooms } from './zoom';

const usualWidths = [360, 768, 1280];

export function WidthButtons() {
  const { t } = useTexts();
  const studio = useStudio();
  const chosen = useStudioState(state => state.view.widths);
  const widths = [...new Set([...usualWidths, ...chosen])].sort((a, b) => a - b);
  return (
    <ToggleSet
      label={t('stage.widths')}
      options={widths.map(width => ({ id: String(width), label: String(width) }))}
      value={chosen.map(String)}
      onChange={next => studio.look({ widths: next.map(Number) })}
    />
  );
}

export function SchemeButtons() {
  const { t } = useTexts();
  const studio = useStudio();
  const chosen = useStudioState(state => state.view.schemes);
  return (
    <ToggleGroup
      label={t('stage.scheme')}
      options={([...schemes, 'both'] as const).map(id => ({ id, label: t(`stage.scheme.${id}`) }))}
      value={readScheme(chosen)}
      onChange={next => studio.look({ schemes: next === 'both' ? schemes : [next] })}
    />
  );
}

/** Says that it is of the state where no label stands beside it. */
export function StateMenu({ isLabelled }: { isLabelled: boolean }) {
  const { t } = useTexts();
  const studio = useStudio();
  const state = useStudioState(({ view }) => view.state);
  const said = t(`stage.state.${state}`);
  return (
    <ChoiceMenu
      label={t('stage.state')}
      text={isLabelled ? said : t('stage.state.label', { state: said })}
      takes="one"
      sections={[{ choices: forcedStates.map(value => ({ value, text: t(`stage.state.${value}`) })) }]}
      chosen={[state]}
      onChoose={([next = state]) => studio.look({ state: next })}
    />
  );
}

export function ZoomMenu() {
  const { t } = useTexts();
  const studio = useStudio();
  const zoom = useStudioState(state => state.view.zoom);
  const say = (one: number | 'fit') =>
    one === 'fit' ? t('stage.zoom.fit') : t('stage.zoom.percent', { percent: Math.round(one * 100) });
  return (
    <ChoiceMenu
      label={t('stage.zoom')}
      text={say(zoom)}
      takes="one"
      sections={[{ choices: zooms.map(one => ({ value: String(one), text: say(one) })) }]}
      chosen={[String(zoom)]}
      onChoose={([next]) => next && studio.look({ zoom: next === 'fit' ? next : Number(next) })}
    />
  );
}

/** The widths and the scheme in a few words: `360, 768 · Light`. */
export function sayLook(t: StudioTranslate, { widths, schemes: chosen }: StudioView): string[] {
  return [widths.join(', '), t(`stage.scheme.${readScheme(chosen)}`)];
}

function readScheme(chosen: StudioView['schemes']) {
  return chosen.length > 1 ? 'both' : (chosen[0] ?? 'light');
}
