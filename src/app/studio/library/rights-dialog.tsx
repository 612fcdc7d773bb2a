import { useTexts } from '../i18n/use-texts';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

/** For whoever may look and play only: who can save and publish, and how one becomes such a one. */
export function RightsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Dialog
      title={t('library.rights')}
      size="small"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button kind="filled" onPress={onClose}>
          {t('library.close')}
        </Button>
      }
    >
      <div className="library-form">
        <p>{t('library.rights.text')}</p>
        <ul className="library-ways">
          <li>{t('library.rights.link')}</li>
          <li>{t('library.rights.host')}</li>
        </ul>
        <p>{t('library.rights.kept')}</p>
      </div>
    </Dialog>
  );
}
