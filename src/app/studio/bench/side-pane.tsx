import { FindingsCount } from '../findings/findings-count';
import { FindingsTab } from '../findings/findings-tab';
import { useTexts } from '../i18n/use-texts';
import { useStudio, useStudioState } from '../state/use-studio';
import { HistoryTab } from '../ui/history-tab';
import { createPart } from '../ui/part';
import { Tabs } from '../ui/tabs';

const ElementTab = createPart(async () => (await import('../stage/element-tab')).ElementTab);

export function SidePane() {
  const { t } = useTexts();
  const studio = useStudio();
  const selected = useStudioState(state => state.sideTab);
  return (
    <Tabs
      label={t('shell.side')}
      selected={selected}
      onSelect={side => studio.openTab({ side })}
      tabs={[
        { id: 'findings', label: t('shell.tab.findings'), mark: <FindingsCount />, content: <FindingsTab /> },
        {
          id: 'element',
          label: t('shell.tab.element'),
          content: <ElementTab />,
        },
        { id: 'history', label: t('shell.tab.history'), content: <HistoryTab /> },
      ]}
    />
  );
}
