import { useTexts } from '../i18n/use-texts';
import { RulesTab } from '../rules/rules-tab';
import { SeedsTab } from '../settings/seeds-tab';
import { useStudio, useStudioState } from '../state/use-studio';
import { TextsTab } from '../texts/texts-tab';
import { createPart } from '../ui/part';
import { Tabs } from '../ui/tabs';

const ElementsTab = createPart(async () => (await import('../settings/elements-tab')).ElementsTab);

export function SettingsPane() {
  const { t } = useTexts();
  const studio = useStudio();
  const selected = useStudioState(state => state.settingsTab);
  return (
    <Tabs
      label={t('shell.settings')}
      selected={selected}
      onSelect={settings => studio.openTab({ settings })}
      tabs={[
        { id: 'seeds', label: t('shell.tab.seeds'), content: <SeedsTab /> },
        {
          id: 'elements',
          label: t('shell.tab.elements'),
          content: <ElementsTab />,
        },
        { id: 'rules', label: t('shell.tab.rules'), content: <RulesTab /> },
        {
          id: 'texts',
          label: t('shell.tab.texts'),
          content: <TextsTab />,
        },
      ]}
    />
  );
}
