import { useTexts } from '../i18n/use-texts';
import { useStudio, useStudioState } from '../state/use-studio';
import { ToggleGroup } from '../ui/toggle-group';
import { ChoiceMenu } from './choice-menu';
import type { Comparison } from './use-comparison';

const comparisons = ['slider', 'beside'] as const;

/** Whether two looks lie over or beside each other. */
export function ComparisonButtons() {
  const { t } = useTexts();
  const studio = useStudio();
  const compare = useStudioState(state => state.view.compare);
  return (
    <ToggleGroup
      label={t('stage.compare')}
      options={comparisons.map(id => ({ id, label: t(`stage.compare.${id}`) }))}
      value={compare}
      onChange={next => studio.look({ compare: next })}
    />
  );
}

export function ComparisonMenu({ comparison }: { comparison: Comparison }) {
  const { t } = useTexts();
  const { choices, against, text, compareWith } = comparison;
  return (
    <ChoiceMenu
      label={t('stage.compare.with')}
      text={text}
      takes="one"
      sections={[{ choices }]}
      chosen={[against]}
      onChoose={([choice]) => compareWith(choice)}
    />
  );
}
