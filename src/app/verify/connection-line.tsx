import { useEffect } from 'react';
import { useLanguage } from '../i18n/use-language';
import { useAnnounce } from '../ui/live-region';

/**
 * Above the frame: that one may leave, or that the connection is lost. Both are always laid out, the one over the other,
 * so that the frame does not move under the finger when the line changes.
 */
export function ConnectionLine({ isOnline }: { isOnline: boolean }) {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const offline = t('verify.offline');
  useEffect(() => {
    if (isOnline) return;
    announce(offline);
    // It stays in the live region, where it would still be found when it is no longer so.
    return () => announce('');
  }, [isOnline, announce, offline]);
  return (
    <div className="connection-line" data-offline={!isOnline || undefined}>
      <p aria-hidden={!isOnline}>{t('verify.note')}</p>
      <p aria-hidden={isOnline}>{offline}</p>
    </div>
  );
}
