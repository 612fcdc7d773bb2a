import { ToggleButton } from 'react-aria-components/ToggleButton';
import { schemes } from '#contract/theme';
import { useTexts } from '../i18n/use-texts';
import { forcedStates } from '../state/studio-view';
import { useStudio, useStudioState } from '../state/use-studio';
import { Icon } from '../ui/icon';
import { ToggleGroup, ToggleSet } from '../ui/toggle-group';
import { ChoiceMenu } from './choice-menu';
import { CompareBar } from './compare-bar';
import { LanguageMenu } from './language-menu';
import { isAlone } from './list-cells';
import { GroupMenu, ScreenMenu } from './screen-menu';
import { zooms } from './zoom';

const modes = ['one', 'wall', 'compare', 'widget'] as const;
const usualWidths = [360, 768, 1280];

interface StageToolbarProps {
  picks: boolean;
  onPicks: (picks: boolean) => void;
}

/** What stands on the stage, and how. */
export function StageToolbar({ picks, onPicks }: StageToolbarProps) {
  const { t } = useTexts();
  const studio = useStudio();
  const view = useStudioState(state => state.view);
  return (
    <div className="stage-toolbar">
      <ToggleGroup
        label={t('stage.mode')}
        options={modes.map(id => ({ id, label: t(`stage.mode.${id}`) }))}
        value={view.mode}
        onChange={mode => studio.look({ mode })}
      />
      {view.mode === 'compare' && <CompareBar />}
      <WidthButtons />
      <SchemeButtons />
      {view.mode !== 'widget' && (isAlone(view) ? <ScreenMenu /> : <GroupMenu />)}
      <LanguageMenu />
      {view.mode !== 'widget' && (
        <>
          <ChoiceMenu
            label={t('stage.state')}
            text={t('stage.state.label', { state: t(`stage.state.${view.state}`) })}
            takes="one"
            sections={[{ choices: forcedStates.map(value => ({ value, text: t(`stage.state.${value}`) })) }]}
            chosen={[view.state]}
            onChoose={([state = view.state]) => studio.look({ state })}
          />
          <ZoomMenu />
          <ToggleButton className="ui-button ui-button-plain stage-pick" isSelected={picks} onChange={onPicks}>
            <Icon name="pick" />
            <span>{t('stage.pick')}</span>
          </ToggleButton>
        </>
      )}
    </div>
  );
}

function WidthButtons() {
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

function SchemeButtons() {
  const { t } = useTexts();
  const studio = useStudio();
  const chosen = useStudioState(state => state.view.schemes);
  const choice = chosen.length > 1 ? 'both' : (chosen[0] ?? 'light');
  return (
    <ToggleGroup
      label={t('stage.scheme')}
      options={([...schemes, 'both'] as const).map(id => ({ id, label: t(`stage.scheme.${id}`) }))}
      value={choice}
      onChange={next => studio.look({ schemes: next === 'both' ? schemes : [next] })}
    />
  );
}

function ZoomMenu() {
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
