import { useMemo, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useStudio, useStudioState, useTheme } from '../state/use-studio';
import { Button } from '../ui/button';
import { CssText } from './css-text';
import { addRule, compileSettings, listSettingsRules } from './settings-rules';

/** All that the settings make, as CSS: nothing is hidden, and each rule can be taken over. */
export function SettingsPart() {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="rules-settings" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('rules.settings')}</summary>
      {isOpen && <SettingsRules />}
    </details>
  );
}

function SettingsRules() {
  const { t } = useTexts();
  const studio = useStudio();
  const fontFaces = useStudioState(state => state.fontFaces);
  const css = compileSettings(useTheme(), fontFaces);
  const rules = useMemo(() => listSettingsRules(css), [css]);
  function take(name: string, rule: string) {
    const { rules: text } = studio.readTheme();
    const next = addRule(text, rule);
    studio.edit({ key: 'rules.settings.step', what: name }, theme => ({ ...theme, rules: next }));
    studio.show({ tab: 'rules', line: next.split('\n').length - rule.split('\n').length });
  }
  if (rules.length === 0) return <p className="rules-settings-note">{t('rules.settings.none')}</p>;
  return (
    <div className="rules-settings-list">
      <p className="rules-settings-note">{t('rules.settings.text')}</p>
      <ul>
        {rules.map(({ name, css: rule }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name of its own
          <li key={index}>
            <CssText css={rule} />
            <Button isSmall aria-label={t('rules.settings.copyName', { what: name })} onPress={() => take(name, rule)}>
              {t('rules.settings.copy')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
