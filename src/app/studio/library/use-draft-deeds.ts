import type { DraftSummary } from '#contract/studio';
import { ProblemError } from '../../api/http';
import { copyDraft, deleteDraft, restoreDraft } from '../desk/calls';
import { useDesk } from '../desk/desk';
import { useTexts } from '../i18n/use-texts';
import { useStudio } from '../state/use-studio';
import { type Notice, notify } from '../ui/toasts';
import { nameCopy } from './name-copy';
import { toReason } from './say-failure';

/** What can be done to drafts; each says what came of it, and what cannot be undone by a step is undone by its notice. */
export function useDraftDeeds() {
  const { t } = useTexts();
  const { api, client, keeper } = useDesk();
  const studio = useStudio();
  const refresh = () => client.invalidateQueries({ queryKey: ['drafts'] });

  /** Whether it was done. */
  async function attempt(deed: () => Promise<Notice | undefined>): Promise<boolean> {
    try {
      const notice = await deed();
      if (notice) notify(notice);
      return true;
    } catch (error) {
      const code = error instanceof ProblemError ? error.code : 'unreadable';
      notify({ text: t('library.deed.failed', { reason: t(toReason(code)) }) });
      return false;
    } finally {
      void refresh();
    }
  }

  /** Opens a draft, with a way back to what the server has not got. */
  async function openDraft(id: string, text: string): Promise<Notice> {
    const before = studio.readTheme();
    if (await keeper.open(id)) return { text };
    const onAction = () => studio.open(before, { key: 'library.step.opened', what: before.name });
    return { text, action: { label: t('library.undo'), onAction } };
  }

  const restore = (draft: DraftSummary) =>
    attempt(async () => {
      await restoreDraft(api, draft.id);
      return undefined;
    });

  const toCopyName = (name: string) => nameCopy(name, cut => t('library.copyName', { name: cut }));

  /** Whether the server has what is here of this draft. */
  async function saveChanges(id: string): Promise<boolean> {
    const state = keeper.getSnapshot();
    const isHere = 'draft' in state && state.draft?.id === id;
    return !isHere || state.is === 'saved' || (await save()) !== undefined;
  }

  async function save(): Promise<DraftSummary | undefined> {
    const isFirst = keeper.getSnapshot().is === 'none';
    const draft = await keeper.save();
    const state = keeper.getSnapshot();
    if (draft) notify({ text: isFirst ? t('library.saved', { number: draft.number }) : t('library.saved.again') });
    else if (state.is === 'failed') notify({ text: t('library.failed', { reason: t(toReason(state.code)) }) });
    return draft;
  }

  return {
    save,
    /** Ends what a save found saved elsewhere. */
    settle: (choice: 'both' | 'overwrite' | 'theirs') =>
      attempt(async () => {
        const before = keeper.getSnapshot();
        const isBack = before.is === 'stale' && before.theirs.deletedAt !== null;
        await keeper.settle(choice, toCopyName(studio.readTheme().name));
        const state = keeper.getSnapshot();
        if (state.is !== 'saved') return undefined;
        const { number, version } = state.draft;
        if (choice === 'both') return { text: t('library.saved', { number }) };
        if (choice === 'overwrite')
          return { text: t(isBack ? 'library.settled.back' : 'library.settled.overwrite', { version }) };
        const { index } = studio.store.getState().history;
        const onAction = () => studio.travel(index - 1);
        return { text: t('library.settled.theirs'), action: { label: t('library.undo'), onAction } };
      }),
    open: (draft: DraftSummary) =>
      attempt(async () => {
        return openDraft(draft.id, t('library.opened', { name: draft.name }));
      }),
    duplicate: (draft: Pick<DraftSummary, 'id' | 'name'>) =>
      attempt(async () => {
        if (!(await saveChanges(draft.id))) return undefined;
        const copy = await copyDraft(api, draft.id, toCopyName(draft.name));
        return openDraft(copy.id, t('library.duplicated', { name: copy.name }));
      }),
    remove: (draft: DraftSummary) =>
      attempt(async () => {
        await deleteDraft(api, draft.id);
        const state = keeper.getSnapshot();
        const isOpen = 'draft' in state && state.draft?.id === draft.id;
        const rejoin = isOpen ? keeper.leave() : () => undefined;
        notify({
          text: t('library.deleted', { name: draft.name }),
          action: {
            label: t('library.undo'),
            onAction: () => void restore(draft).then(isBack => isBack && rejoin()),
          },
        });
        return undefined;
      }),
    restore,
    bringBack: (version: number) =>
      attempt(async () => {
        await keeper.bringBack(version);
        return { text: t('library.broughtBack', { version }) };
      }),
  };
}
