import { type PreviewGroup, type PreviewName, previewGroups, previewNames } from '#stand-in/preview-names';
import { useTexts } from '../i18n/use-texts';
import { useStudio, useStudioState } from '../state/use-studio';
import { IconButton } from '../ui/icon-button';
import { ChoiceMenu } from './choice-menu';
import { readScreen } from './list-cells';
import { sayGroup, sayScreen } from './say-cell';

const groups = Object.keys(previewGroups) as PreviewGroup[];

/** Which one screen is shown, with the way to the one before and after it. */
export function ScreenMenu() {
  const { t } = useTexts();
  const studio = useStudio();
  const screen = useStudioState(state => readScreen(state.view.screen));
  const at = previewNames.indexOf(screen);
  const show = (next: PreviewName | undefined) => next && studio.look({ screen: next });
  return (
    <div className="stage-screen">
      <IconButton icon="back" label={t('stage.screen.previous')} onPress={() => show(previewNames.at(at - 1))} />
      <ChoiceMenu
        label={t('stage.screen')}
        text={sayScreen(t, screen)}
        takes="one"
        sections={groups.map(group => ({
          title: sayGroup(t, group),
          choices: previewGroups[group].map(name => ({ value: name, text: sayScreen(t, name) })),
        }))}
        chosen={[screen]}
        onChoose={([next]) => show(next)}
      />
      <IconButton
        icon="forward"
        label={t('stage.screen.next')}
        onPress={() => show(previewNames[(at + 1) % previewNames.length])}
      />
    </div>
  );
}

/** Which groups of screens stand on the wall. */
export function GroupMenu() {
  const { t } = useTexts();
  const studio = useStudio();
  const chosen = useStudioState(state => state.view.groups);
  const [first] = groups.filter(group => chosen.includes(group));
  const text =
    chosen.length === 1 && first
      ? sayGroup(t, first)
      : chosen.length === 0
        ? t('stage.groups.all')
        : t('stage.groups.count', { count: chosen.length });
  return (
    <ChoiceMenu
      label={t('stage.groups')}
      text={text}
      takes="many"
      sections={[{ choices: groups.map(group => ({ value: group, text: sayGroup(t, group) })) }]}
      chosen={groups.filter(group => chosen.includes(group))}
      onChoose={next => studio.look({ groups: next.length === groups.length ? [] : next })}
    />
  );
}
