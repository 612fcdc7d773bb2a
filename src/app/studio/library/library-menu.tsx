import './library.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { commandKey } from '../bench/command-key';
import { useDesk } from '../desk/desk';
import { studioQuery } from '../desk/queries';
import { useTexts } from '../i18n/use-texts';
import { useStudio, useStudioState, useTheme } from '../state/use-studio';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Menu, type MenuEntry } from '../ui/menu';
import { DraftMark } from './draft-mark';
import { DraftsDialog } from './drafts-dialog';
import { RenameDialog } from './rename-dialog';
import { RightsDialog } from './rights-dialog';
import { isSaveKey } from './save-key';
import { StaleDialog } from './stale-dialog';
import { useDraft } from './use-draft';
import { useDraftDeeds } from './use-draft-deeds';
import { VersionsDialog } from './versions-dialog';

type Open = 'rename' | 'versions' | 'rights' | 'stale';

/** The theme's name, what the server has of it, and everything that is done to a draft as a whole. */
export function LibraryMenu() {
  const { t } = useTexts();
  const studio = useStudio();
  const { name } = useTheme();
  const { api, client } = useDesk();
  const state = useDraft();
  const deeds = useDraftDeeds();
  // Until it is known, the server says it to whoever tries.
  const isDesigner = useQuery(studioQuery(api), client).data?.designer !== null;
  const isListOpen = useStudioState(({ dialog }) => dialog === 'library');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const draft = 'draft' in state ? state.draft : undefined;
  const save = () => {
    if (!isDesigner) setOpen('rights');
    else if (state.is === 'stale') setOpen('stale');
    else void deeds.save();
  };

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!isSaveKey(event)) return;
    event.preventDefault();
    save();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const isStale = state.is === 'stale';
  useEffect(() => setOpen(present => (isStale ? 'stale' : present === 'stale' ? undefined : present)), [isStale]);

  const entries: MenuEntry[] = [
    ...(isDesigner
      ? [
          draft
            ? { id: 'save', label: t('library.save'), keys: `${commandKey}S`, onAction: save }
            : {
                ...{ id: 'save', label: t('library.saveNew'), keys: `${commandKey}S` },
                ...{ hint: t('library.saveNew.hint'), onAction: save },
              },
          { id: 'open', label: t('library.open'), onAction: () => studio.openDialog('library') },
        ]
      : []),
    { id: 'rename', label: t('library.rename'), onAction: () => setOpen('rename') },
    ...(draft && isDesigner
      ? [
          {
            id: 'duplicate',
            label: t('library.duplicate'),
            onAction: () => void deeds.duplicate({ id: draft.id, name }),
          },
          { id: 'versions', label: t('library.versions'), onAction: () => setOpen('versions') },
          {
            id: 'delete',
            label: t('library.delete'),
            kind: 'danger' as const,
            onAction: () => void deeds.remove(draft),
          },
        ]
      : []),
    ...(isDesigner ? [] : [{ id: 'rights', label: t('library.whoSaves'), onAction: () => setOpen('rights') }]),
  ];

  return (
    <>
      <Menu
        label={t('library.theme', { name })}
        trigger={
          <Button kind="quiet">
            <bdi className="library-title">{name}</bdi>
            <Icon name="chevron" />
          </Button>
        }
        entries={entries}
      />
      <DraftMark onChoose={() => setOpen('stale')} onSave={save} />
      {open === 'rename' && <RenameDialog onClose={close} />}
      {open === 'versions' && draft && <VersionsDialog draft={draft} onClose={close} />}
      {isListOpen && <DraftsDialog onClose={() => studio.openDialog(undefined)} />}
      <StaleDialog isOpen={open === 'stale'} onClose={close} />
      <RightsDialog isOpen={open === 'rights'} onClose={close} />
    </>
  );
}
