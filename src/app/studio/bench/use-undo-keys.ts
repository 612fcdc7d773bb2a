import { useEffect } from 'react';
import { useAnnounce } from '../../ui/live-region';
import { useTexts } from '../i18n/use-texts';
import { describeStep } from '../state/describe-step';
import { readUndoKey } from '../state/undo-keys';
import { useStudio } from '../state/use-studio';

export function useUndoKeys(): void {
  const studio = useStudio();
  const announce = useAnnounce();
  const { t } = useTexts();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = readUndoKey(event);
      if (!key) return;
      event.preventDefault();
      const { steps, index } = studio.store.getState().history;
      const step = key === 'undo' ? steps[index] : steps[index + 1];
      if (!step || (key === 'undo' && index === 0)) return;
      studio[key]();
      announce(t(key === 'undo' ? 'shell.undone' : 'shell.redone', { what: describeStep(step.label, t) }));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [studio, announce, t]);
}
