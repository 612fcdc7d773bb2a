import { useAnnounce } from '../../ui/live-region';
import { useTexts } from '../i18n/use-texts';
import { describeStep } from '../state/describe-step';
import { useStudio, useStudioState } from '../state/use-studio';
import { IconButton } from '../ui/icon-button';
import { commandKey } from './command-key';

export function UndoButtons() {
  const { t } = useTexts();
  const studio = useStudio();
  const announce = useAnnounce();
  const { steps, index } = useStudioState(state => state.history);
  const last = steps[index];
  const next = steps[index + 1];
  const undone = index > 0 && last ? describeStep(last.label, t) : undefined;
  const redone = next ? describeStep(next.label, t) : undefined;
  return (
    <>
      <IconButton
        icon="undo"
        label={undone === undefined ? t('shell.undo') : t('shell.undo.what', { what: undone })}
        keys={`${commandKey}Z`}
        isDisabled={undone === undefined}
        onPress={() => {
          studio.undo();
          if (undone !== undefined) announce(t('shell.undone', { what: undone }));
        }}
      />
      <IconButton
        icon="redo"
        label={redone === undefined ? t('shell.redo') : t('shell.redo.what', { what: redone })}
        keys={`${commandKey}${commandKey === '⌘' ? '⇧Z' : 'Shift+Z'}`}
        isDisabled={redone === undefined}
        onPress={() => {
          studio.redo();
          if (redone !== undefined) announce(t('shell.redone', { what: redone }));
        }}
      />
    </>
  );
}
