import { useState } from 'react';
import { useLanguage } from '../i18n/use-language';
import { Button } from '../ui/button';
import { useAnnounce } from '../ui/live-region';

/** Apps often keep the clipboard from their pages, so the address itself appears as soon as it is asked for. */
export function CopyLink({
  rank,
  address,
  onCopy,
}: {
  rank: 'primary' | 'quiet';
  address: string;
  onCopy: () => Promise<boolean>;
}) {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>();

  const copy = async () => {
    const next = (await onCopy()) ? 'copied' : 'notCopied';
    setOutcome(next);
    announce(t(`device.${next}`));
  };

  return (
    <>
      <Button rank={rank} onPress={() => void copy()}>
        {t('device.copyLink')}
      </Button>
      {outcome && (
        <div className="device-link">
          <p className="note">{t(`device.${outcome}`)}</p>
          <p>
            <span className="visually-hidden">{t('device.link')}: </span>
            <bdi className="device-address">{address}</bdi>
          </p>
        </div>
      )}
    </>
  );
}
