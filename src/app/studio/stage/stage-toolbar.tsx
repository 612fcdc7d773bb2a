import { schemes } from '#contract/theme';
import { useTexts } from '../i18n/use-texts';
import { useStudio, useStudioState } from '../state/use-studio';
import { ChoiceButtons } from './choice-buttons';

const modes = ['one', 'wall', 'compare', 'widget'] as const;
const usualWidths = [360, 768, 1280];

export function StageToolbar() {
  const { t } = useTexts();
  const studio = useStudio();
  const view = useStudioState(state => state.view);
  const widths = [...new Set([...usualWidths, ...view.widths])].sort((a, b) => a - b);
  const scheme = view.schemes.length > 1 ? 'both' : (view.schemes[0] ?? 'light');
  return (
    <div className="stage-toolbar" role="toolbar" aria-label={t('stage.toolbar')}>
      <ChoiceButtons
        label={t('stage.mode')}
        takes="one"
        choices={modes.map(mode => ({ value: mode, text: t(`stage.mode.${mode}`) }))}
        chosen={[view.mode]}
        onChoose={([mode = view.mode]) => studio.look({ mode })}
      />
      <ChoiceButtons
        label={t('stage.widths')}
        takes="many"
        choices={widths.map(width => ({ value: String(width), text: String(width) }))}
        chosen={view.widths.map(String)}
        onChoose={chosen => studio.look({ widths: chosen.map(Number) })}
      />
      <ChoiceButtons
        label={t('stage.scheme')}
        takes="one"
        choices={([...schemes, 'both'] as const).map(value => ({ value, text: t(`stage.scheme.${value}`) }))}
        chosen={[scheme]}
        onChoose={([chosen = scheme]) => studio.look({ schemes: chosen === 'both' ? schemes : [chosen] })}
      />
    </div>
  );
}
