import { useLink } from '../api/live-verification';
import { useFormat } from '../i18n/use-format';
import { useLanguage } from '../i18n/use-language';
import { useOnline } from '../ui/offline-banner';

export function LinkLine({ updatedAt }: { updatedAt: number }) {
  const { t } = useLanguage();
  const { toTime } = useFormat();
  const shared = useLink();
  const link = useOnline() ? shared : 'offline';
  return (
    <p className="link-line" data-link={link}>
      <span className="dot" aria-hidden="true" />
      {t(`link.${link}`, { time: toTime(updatedAt) })}
    </p>
  );
}
