import { ExportButton } from './exchange/export-button';
import { ImportButton } from './exchange/import-button';
import { ShareButton } from './exchange/share-button';
import { FindingsTab } from './findings/findings-tab';
import { useTexts } from './i18n/use-texts';
import { LibraryMenu } from './library/library-menu';
import { PublishButton } from './library/publish-button';
import { RulesTab } from './rules/rules-tab';
import { ElementsTab } from './settings/elements-tab';
import { SeedsTab } from './settings/seeds-tab';
import { ElementTab } from './stage/element-tab';
import { Stage } from './stage/stage';
import { useStudioState } from './state/use-studio';
import { TextsTab } from './texts/texts-tab';
import { HistoryTab } from './ui/history-tab';

/** The bench: settings, the stage, and what is found and was done. */
export function StudioPage() {
  const { t } = useTexts();
  const settingsTab = useStudioState(state => state.settingsTab);
  const sideTab = useStudioState(state => state.sideTab);
  return (
    <>
      <header>
        <h1>{t('shell.title')}</h1>
        <LibraryMenu />
        <ImportButton />
        <ShareButton />
        <ExportButton />
        <PublishButton />
      </header>
      <main>
        <section aria-label={t('shell.settings')}>
          {settingsTab === 'seeds' && <SeedsTab />}
          {settingsTab === 'elements' && <ElementsTab />}
          {settingsTab === 'rules' && <RulesTab />}
          {settingsTab === 'texts' && <TextsTab />}
        </section>
        <section aria-label={t('shell.stage')}>
          <Stage />
        </section>
        <section aria-label={t('shell.side')}>
          {sideTab === 'findings' && <FindingsTab />}
          {sideTab === 'element' && <ElementTab />}
          {sideTab === 'history' && <HistoryTab />}
        </section>
      </main>
    </>
  );
}
