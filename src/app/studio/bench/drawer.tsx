import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../i18n/use-texts';
import { IconButton } from '../ui/icon-button';

interface DrawerProps {
  at: 'settings' | 'side';
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** A pane over the stage, which stays in sight and in reach beside it. */
export function Drawer({ at, label, onClose, children }: DrawerProps) {
  const { t } = useTexts();
  const drawer = useRef<HTMLElement>(null);
  const opener = useRef(document.activeElement);
  useEffect(() => {
    const back = opener.current;
    drawer.current?.focus({ preventScroll: true });
    return () => {
      if (back instanceof HTMLElement) back.focus();
    };
  }, []);
  return (
    <section
      ref={drawer}
      className={`bench-pane bench-${at} bench-drawer bench-drawer-${at}`}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      {children}
      <div className="bench-drawer-close">
        <IconButton kind="quiet" isSmall icon="close" label={t('shell.close')} onPress={onClose} />
      </div>
    </section>
  );
}
