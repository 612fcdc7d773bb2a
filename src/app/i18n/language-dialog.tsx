import './language-dialog.css';
import { useContext, useLayoutEffect, useRef, useState } from 'react';
import { useDependencies } from '../dependencies';
import { Button } from '../ui/button';
import { LanguageList } from './language-list';
import { RestartGuardContext, useLanguage } from './use-language';

export interface LanguageDialogProps {
  /** Opened by a finger: a keyboard on the screen would hide the list. */
  byTouch: boolean;
  onClose: () => void;
}

type Step = { is: 'list' } | { is: 'question' | 'loading' | 'failed'; wanted: string };

/** The list of languages; where a change would restart the check, the question whether to; what became of it. */
export function LanguageDialog({ byTouch, onClose }: LanguageDialogProps) {
  const { language } = useDependencies();
  const guard = useContext(RestartGuardContext);
  const { t } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [step, setStep] = useState<Step>({ is: 'list' });

  // Before the effects of the list, which takes the focus and scrolls.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  const change = (wanted: string) => {
    setStep({ is: 'loading', wanted });
    language.choose(wanted).then(close, () => setStep({ is: 'failed', wanted }));
  };

  return (
    <dialog
      ref={dialog}
      className={step.is === 'list' ? 'dialog language-dialog' : 'dialog'}
      aria-labelledby="language-heading"
      {...{ closedby: 'any' }}
      onClose={onClose}
    >
      {step.is === 'list' && (
        <LanguageList
          startsInSearch={!byTouch}
          onChoose={wanted => (guard.current?.() ? setStep({ is: 'question', wanted }) : change(wanted))}
          onClose={close}
        />
      )}
      {step.is === 'question' && (
        <>
          <h2 id="language-heading">{t('language.restart.heading')}</h2>
          <p>{t('language.restart.text')}</p>
          <div className="dialog-actions">
            {/* biome-ignore lint/a11y/noAutofocus: what had the focus is gone. */}
            <button type="button" className="button button-primary" autoFocus onClick={() => change(step.wanted)}>
              {t('language.restart.confirm')}
            </button>
            <Button rank="quiet" onPress={close}>
              {t('language.restart.cancel')}
            </Button>
          </div>
        </>
      )}
      {step.is === 'loading' && (
        <p id="language-heading" role="status">
          {t('loading')}
        </p>
      )}
      {step.is === 'failed' && (
        <>
          <h2 id="language-heading">{t('problem.unreachable.heading')}</h2>
          <p role="alert">{t('problem.unreachable.text')}</p>
          <div className="dialog-actions">
            {/* biome-ignore lint/a11y/noAutofocus: what had the focus is gone. */}
            <button type="button" className="button button-primary" autoFocus onClick={() => change(step.wanted)}>
              {t('tryAgain')}
            </button>
            <Button rank="quiet" onPress={close}>
              {t('language.restart.cancel')}
            </Button>
          </div>
        </>
      )}
    </dialog>
  );
}
