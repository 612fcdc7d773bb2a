import { useId, useLayoutEffect, useRef } from 'react';
import type { FrameSession } from '../frame-session';
import type { Problem } from '../screen';
import type { Texts } from '../texts';
import { ButtonRow, SubmitButton } from './button-row';
import { Icon } from './icon';
import { sayProblem } from './problem-screen';
import { problemTitles } from './screen-title';

interface ErrorPopupProps {
  problem: Problem;
  texts: Texts;
  session: FrameSession;
}

/** Says over a screen what is wrong with all of it. The browser's own dialog keeps the focus and gives it back. */
export function ErrorPopup({ problem, texts, session }: ErrorPopupProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (!shown) return;
    // Opening takes the focus even from the page around the frame, where somebody may be typing; inert, it cannot.
    shown.inert = !document.hasFocus();
    shown.showModal();
    shown.inert = false;
    return () => shown.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="error-message-popup"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={event => {
        event.preventDefault();
        session.closeInterruption();
      }}
    >
      <div className="popup">
        <h4 aria-level={2} id={`${id}-title`}>
          {texts.say(problemTitles[problem.kind])}
        </h4>
        <div className="message-content">
          <p id={`${id}-text`}>{sayProblem(problem, texts)}</p>
        </div>
        <form
          onSubmit={event => {
            event.preventDefault();
            void session.tryAgain();
          }}
        >
          <ButtonRow>
            <SubmitButton text={texts.say('buttons.tryAgain')} />
          </ButtonRow>
        </form>
        <button
          className="close"
          type="button"
          aria-label={texts.say('buttons.close')}
          onClick={session.closeInterruption}
        >
          <span className="button close">
            <Icon name="cross" />
          </span>
        </button>
      </div>
    </dialog>
  );
}
