import {
  UNSTABLE_ToastRegion as AriaToastRegion,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
} from 'react-aria-components/Toast';
import { useTexts } from '../i18n/use-texts';
import { Button } from './button';
import { IconButton } from './icon-button';
import { notices } from './toasts';

export function ToastRegion() {
  const { t } = useTexts();
  return (
    <AriaToastRegion queue={notices} className="ui-toasts" aria-label={t('shell.notices')}>
      {({ toast }) => (
        <Toast toast={toast} className="ui-toast">
          <ToastContent className="ui-toast-text">{toast.content.text}</ToastContent>
          {toast.content.action && (
            <Button
              isSmall
              onPress={() => {
                toast.content.action?.onAction();
                notices.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <IconButton
            kind="quiet"
            isSmall
            icon="close"
            label={t('shell.close')}
            onPress={() => notices.close(toast.key)}
          />
        </Toast>
      )}
    </AriaToastRegion>
  );
}
