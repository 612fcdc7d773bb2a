import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTexts } from '../i18n/use-texts';
import { IconButton } from './icon-button';

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  size?: 'small' | 'regular' | 'wide';
  /** `alert`: asks before something is lost, and is not closed by a press beside it. */
  role?: 'dialog' | 'alertdialog';
  children: ReactNode;
  /** Buttons at the bottom, the one that does it last. */
  actions?: ReactNode;
}

export function Dialog({ title, isOpen, onClose, size = 'regular', role = 'dialog', children, actions }: DialogProps) {
  const { t } = useTexts();
  return (
    <ModalOverlay
      className="ui-overlay"
      isDismissable={role === 'dialog'}
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
    >
      <Modal className={`ui-dialog ui-dialog-${size}`}>
        <AriaDialog role={role} className="ui-dialog-inside">
          <header className="ui-dialog-header">
            <Heading slot="title" level={2} className="ui-dialog-title">
              {title}
            </Heading>
            <IconButton kind="quiet" icon="close" label={t('shell.close')} onPress={onClose} />
          </header>
          <div className="ui-dialog-body">{children}</div>
          {actions && <footer className="ui-dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
