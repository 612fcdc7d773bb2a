import type { ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts';
import { IconButton } from '../ui/icon-button';

interface SettingProps {
  control: string;
  label: string;
  isSet: boolean;
  /** Unless it goes back to the provider's look. */
  resetLabel?: string;
  onReset: () => void;
  children: ReactNode;
}

/** A control of the settings, and what takes it back to the provider's look where it is set. */
export function Setting({ control, label, isSet, resetLabel, onReset, children }: SettingProps) {
  const { t } = useTexts();
  return (
    <div className={`setting${isSet ? ' setting-set' : ''}`} data-control={control}>
      {children}
      <span className="setting-reset">
        {isSet && (
          <IconButton
            kind="quiet"
            isSmall
            icon="reset"
            label={resetLabel ?? t('settings.resetToProvider', { what: label })}
            onPress={onReset}
          />
        )}
      </span>
    </div>
  );
}
