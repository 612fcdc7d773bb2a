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
  // Taken back, or it would still be found in the live region when it is no longer so.
  useEffect(() => (isOnline ? undefined : announce(offline)), [isOnline, announce, offline]);
  return (
    <div className="connection-line" data-offline={!isOnline || undefined}>
      <p aria-hidden={!isOnline}>{t('verify.note')}</p>
      <p aria-hidden={isOnline}>{offline}</p>
    </div>
  );
}
