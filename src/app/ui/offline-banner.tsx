import { useSyncExternalStore } from 'react';
import { useLanguage } from '../i18n/use-language';

function subscribe(listener: () => void) {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}

export function OfflineBanner({ knownAt }: { knownAt: string | undefined }) {
  const { t } = useLanguage();
  const isOnline = useOnline();
  return (
    <div role="status">
      {!isOnline && (
        <p className="banner">{knownAt ? t('offline.banner', { time: knownAt }) : t('offline.bannerUndated')}</p>
      )}
    </div>
  );
}
