import { useHandedOff } from '../api/use-handed-off';
import { useLanguage } from '../i18n/use-language';

/** For somebody whom a hand-off has brought here: where they began shows the same. */
export function BackToComputer() {
  const { t } = useLanguage();
  return useHandedOff() && <p>{t('handedOff.back')}</p>;
}
