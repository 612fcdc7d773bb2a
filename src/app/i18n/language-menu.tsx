import './language-menu.css';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { findPageLanguage } from '#contract/page-languages';
import { ProblemError } from '../api/http';
import { ProblemLine } from '../ui/problem-line';
import { useAction } from '../ui/use-action';
import type { LanguageDialogProps } from './language-dialog';
import { useLanguage } from './use-language';

/** The button that names the language; the dialog behind it is fetched when it is pressed. */
export function LanguageMenu() {
  const { asked, t } = useLanguage();
  const name = useOwnName(asked);
  const byTouch = useRef(false);
  const [opened, setOpened] = useState<{ Dialog: ComponentType<LanguageDialogProps> }>();

  const open = useAction(async () => {
    try {
      setOpened({ Dialog: (await import('./language-dialog')).LanguageDialog });
    } catch (cause) {
      throw new ProblemError('unreachable', { cause });
    }
  });

  return (
    <>
      <button
        type="button"
        className="language-button"
        aria-haspopup="dialog"
        aria-label={t('language.current', { name })}
        onClick={({ nativeEvent }) => {
          byTouch.current = 'pointerType' in nativeEvent && nativeEvent.pointerType === 'touch';
          open.run();
        }}
      >
        <span lang={asked}>{name}</span>
      </button>
      <ProblemLine error={open.error} />
      {opened && <opened.Dialog byTouch={byTouch.current} onClose={() => setOpened(undefined)} />}
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
