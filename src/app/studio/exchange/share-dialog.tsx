import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useTheme } from '../state/use-studio';
import { CopyButton } from '../ui/copy-button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/text-field';
import { longestSureLink, writeShareLink } from './share-link';

export function ShareDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const theme = useTheme();
  const [written, setWritten] = useState<{ link: string } | 'failed'>({ link: '' });
  useEffect(() => {
    let isWanted = true;
    const { origin, pathname } = window.location;
    const take = (outcome: { link: string } | 'failed') => isWanted && setWritten(outcome);
    writeShareLink(theme, origin + pathname).then(
      link => take({ link }),
      () => take('failed'),
    );
    return () => {
      isWanted = false;
    };
  }, [theme]);
  const link = written === 'failed' ? '' : written.link;
  return (
    <Dialog
      title={t('exchange.share.title')}
      isOpen
      onClose={onClose}
      actions={link === '' ? null : <CopyButton text={link} isFilled />}
    >
      <div className="exchange-share">
        <p>{t('exchange.share.what')}</p>
        <TextField
          label={t('exchange.share.link')}
          value={link}
          onChange={() => undefined}
          rows={4}
          dir="ltr"
          isReadOnly
          isCode
        />
        <p className="ui-hint">{t('exchange.share.length', { count: link.length })}</p>
        {written === 'failed' && <p className="exchange-warning">{t('exchange.share.failed')}</p>}
        {link.length > longestSureLink && <p className="exchange-warning">{t('exchange.share.long')}</p>}
      </div>
    </Dialog>
  );
}
