import './language-menu.css';
import { type ComponentType, type MouseEvent, useEffect, useState } from 'react';
import { findPageLanguage } from '#contract/page-languages';
import { useAnnounce } from '../ui/live-region';
import type { LanguageDialogProps } from './language-dialog';
import { useLanguage } from './use-language';

/** The button that names the language; the dialog behind it is fetched when it is pressed. */
export function LanguageMenu() {
  const { asked, t } = useLanguage();
  const announce = useAnnounce();
  const name = useOwnName(asked);
  const [opened, setOpened] = useState<{ Dialog: ComponentType<LanguageDialogProps>; byTouch: boolean }>();

  const open = async ({ nativeEvent }: MouseEvent) => {
    const byTouch = 'pointerType' in nativeEvent && nativeEvent.pointerType === 'touch';
    try {
      const { LanguageDialog } = await import('./language-dialog');
      setOpened({ Dialog: LanguageDialog, byTouch });
    } catch {
      announce(t('problem.unreachable.heading'), 'alert');
    }
  };

  return (
    <>
      <button
        type="button"
        className="language-button"
        aria-haspopup="dialog"
        aria-label={t('language.current', { name })}
        onClick={open}
      >
        <span lang={asked}>{name}</span>
      </button>
      {opened && <opened.Dialog byTouch={opened.byTouch} onClose={() => setOpened(undefined)} />}
    </>
  );
}

/** Names of languages that the page does not speak are fetched; until then it is the code. */
function useOwnName(asked: string): string {
  const [fetched, setFetched] = useState<{ code: string; name: string }>();
  const known = findPageLanguage(asked)?.name;
  useEffect(() => {
    if (known) return;
    let isOver = false;
    import('./list-languages').then(
      ({ toOwnName }) => isOver || setFetched({ code: asked, name: toOwnName(asked) }),
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [asked, known]);
  return known ?? (fetched?.code === asked ? fetched.name : asked);
}
