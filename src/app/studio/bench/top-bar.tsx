import { ProductMark } from '../../ui/door';
import { ExportButton } from '../exchange/export-button';
import { ImportButton } from '../exchange/import-button';
import { ShareButton } from '../exchange/share-button';
import { useTexts } from '../i18n/use-texts';
import { LibraryMenu } from '../library/library-menu';
import { PublishButton } from '../library/publish-button';
import { Button } from '../ui/button';
import { KeptMark } from './kept-mark';
import { MoreMenu } from './more-menu';
import { UndoButtons } from './undo-buttons';

type Drawer = 'settings' | 'side';

interface TopBarProps {
  drawer: Drawer | undefined;
  onDrawer: (drawer: Drawer | undefined) => void;
}

export function TopBar({ drawer, onDrawer }: TopBarProps) {
  const { t } = useTexts();
  return (
    <header className="bench-bar">
      <h1 className="bench-mark">
        <ProductMark />
        <span className="visually-hidden">{t('shell.title')}</span>
      </h1>
      <div className="bench-name">
        <LibraryMenu />
        <KeptMark />
      </div>
      <div className="bench-drawers">
        {(['settings', 'side'] as const).map(id => (
          <Button key={id} aria-expanded={drawer === id} onPress={() => onDrawer(drawer === id ? undefined : id)}>
            {t(`shell.${id}.short`)}
          </Button>
        ))}
      </div>
      <div className="bench-actions">
        <UndoButtons />
        <ImportButton />
        <ShareButton />
        <ExportButton />
        <PublishButton />
        <MoreMenu />
      </div>
    </header>
  );
}
