import { ProductMark } from '../../ui/door';
import { ExportButton } from '../exchange/export-button';
import { ImportButton } from '../exchange/import-button';
import { ShareButton } from '../exchange/share-button';
import { useTexts } from '../i18n/use-texts';
import { LibraryMenu } from '../library/library-menu';
import { PublishButton } from '../library/publish-button';
import { KeptMark } from './kept-mark';
import { MoreMenu } from './more-menu';
import { PaneToggle } from './pane-toggle';
import { UndoButtons } from './undo-buttons';
import type { PanesState } from './use-panes';

export function TopBar({ panes }: { panes: PanesState }) {
  const { t } = useTexts();
  return (
    <header className="bench-bar">
      <h1 className="bench-mark">
        <ProductMark />
        <span className="visually-hidden">{t('shell.title')}</span>
      </h1>
      <PaneToggle name="settings" panes={panes} />
      <div className="bench-name">
        <LibraryMenu />
        <KeptMark />
      </div>
      <div className="bench-actions">
        <UndoButtons />
        <ImportButton />
        <ShareButton />
        <ExportButton />
        <PublishButton />
        <MoreMenu />
        <PaneToggle name="side" panes={panes} />
      </div>
    </header>
  );
}
