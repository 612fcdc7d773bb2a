import { useState } from 'react';
import type { Theme } from '#contract/theme';
import { useDesk } from '../desk/desk';
import { useTexts } from '../i18n/use-texts';
import { toReason } from '../library/say-failure';
import { useDraft } from '../library/use-draft';
import { useDraftDeeds } from '../library/use-draft-deeds';
import { notify } from '../ui/toasts';

/** Takes a theme that was shared while a draft is open: beside the draft, never into it. */
export function useSharedTheme(onClose: () => void) {
  const { t } = useTexts();
  const { keeper } = useDesk();
  const deeds = useDraftDeeds();
  const state = useDraft();
  const draft = 'draft' in state ? state.draft : undefined;
  const [isOpening, setOpening] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function open(theme: Theme): Promise<void> {
    if (!draft) return;
    const { number } = draft;
    setOpening(true);
    const isOpen = await keeper.begin(theme, { key: 'exchange.step', what: theme.name });
    setOpening(false);
    if (isOpen) {
      onClose();
      const action = { label: t('exchange.import.back', { number }), onAction: () => void deeds.open(draft) };
      notify({ text: t('exchange.import.opened', { name: theme.name }), action });
      return;
    }
    const after = keeper.getSnapshot();
    if (after.is === 'stale') {
      onClose();
      notify({ text: t('exchange.import.stale', { number }) });
      return;
    }
    const code = after.is === 'failed' ? after.code : 'unreadable';
    setFailure(t('exchange.import.unsaved', { number, reason: t(toReason(code)) }));
  }

  return { draft, isOpening, failure, open };
}
