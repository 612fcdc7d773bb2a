import './session-dialog.css';
import { useLayoutEffect, useRef, useState } from 'react';
import { useLanguage } from '../i18n/use-language';
import { Button } from '../ui/button';
import { useAction } from '../ui/use-action';
import { toCountdown } from './countdown';
import type { SessionView } from './session-watch';

export function SessionDialog({
  view: { end, secondsLeft, spoken },
  onStay,
}: {
  view: Extract<SessionView, { is: 'ending' }>;
  onStay: () => Promise<unknown>;
}) {
  const { page, t } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(true);
  const stay = useAction(async () => {
    await onStay();
  });

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!isOpen || !element) return;
    element.showModal();
    // Gives the focus back to where it was, which taking the dialog out of the page does not.
    return () => element.close();
  }, [isOpen]);

  if (!isOpen) return null;
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby="session-heading"
      aria-describedby="session-text"
      onClose={() => setOpen(dialog.current?.open ?? false)}
    >
      <h2 id="session-heading">{t('session.heading')}</h2>
      <p id="session-text">{t(end.canStay ? 'session.text' : 'session.fixed')}</p>
      <p role="timer" aria-live="off" className="session-time">
        {t('session.timeLeft', { time: toCountdown(secondsLeft, page) })}
      </p>
      {/* Inside the dialog: what is outside of a modal one is not read out. */}
      <p role="status" className="visually-hidden">
        {spoken !== undefined && t('session.secondsLeft', { count: spoken })}
      </p>
      {stay.error && <p role="alert">{t('session.failed')}</p>}
      <div className="dialog-actions">
        {end.canStay ? (
          <Button busy={stay.isPending} onPress={stay.run}>
            {t('session.stay')}
          </Button>
        ) : (
          <Button onPress={() => dialog.current?.close()}>{t('session.close')}</Button>
        )}
      </div>
    </dialog>
  );
}
