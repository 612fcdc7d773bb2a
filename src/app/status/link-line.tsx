import { useLink } from '../api/live-verification';
import { useFormat } from '../i18n/use-format';
import { useLanguage } from '../i18n/use-language';

export function LinkLine({ updatedAt }: { updatedAt: number }) {
  const { t } = useLanguage();
  const { toTime } = useFormat();
  const link = useLink();
  return (
    <p className="link-line" data-link={link}>
      <span className="dot" aria-hidden="true" />
      {t(`link.${link}`, { time: toTime(updatedAt) })}
    </p>
  );
}
