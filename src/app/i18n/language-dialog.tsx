import './language-dialog.css';
import { useContext, useLayoutEffect, useRef, useState } from 'react';
import { useDependencies } from '../dependencies';
import { LanguageList } from './language-list';
import { RestartGuardContext, useLanguage } from './use-language';

export interface LanguageDialogProps {
  /** Opened by a finger: a keyboard on the screen would hide the list. */
  byTouch: boolean;
  onClose: () => void;
}

/** The list of languages and, where a change would restart the check, the question whether to. */
export function LanguageDialog({ byTouch, onClose }: LanguageDialogProps) {
  const { language } = useDependencies();
  const guard = useContext(RestartGuardContext);
  const { t } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [wanted, setWanted] = useState<string>();

  // Before the effects of the list, which takes the focus and scrolls.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  const change = (code: string) => {
    close();
    void language.choose(code);
  };

  return (
    <dialog
      ref={dialog}
      className={wanted === undefined ? 'dialog language-dialog' : 'dialog'}
      aria-labelledby="language-heading"
      {...{ closedby: 'any' }}
      onClose={onClose}
    >
      {wanted === undefined ? (
        <LanguageList
          startsInSearch={!byTouch}
          onChoose={code => (guard.current?.() ? setWanted(code) : change(code))}
          onClose={close}
        />
      ) : (
        <>
          <h2 id="language-heading">{t('language.restart.heading')}</h2>
          <p>{t('language.restart.text')}</p>
          <div className="dialog-actions">
            {/* biome-ignore lint/a11y/noAutofocus: what had the focus is gone. */}
            <button type="button" className="button button-primary" autoFocus onClick={() => change(wanted)}>
              {t('language.restart.confirm')}
            </button>
            <button type="button" className="button button-quiet" onClick={close}>
              {t('language.restart.cancel')}
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}
