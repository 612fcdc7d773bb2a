import { useEffect, useMemo, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useStudioState, useTheme } from '../state/use-studio';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Dialog } from '../ui/dialog';
import { Tabs } from '../ui/tabs';
import { PictureTab } from './picture-tab';
import { type PublishedSheet, readPublishedSheets } from './published-sheets';
import { saveFile } from './save-file';
import { type Exported, type ExportFormat, exportFormats, toSlug, writeExports } from './write-exports';

type Published = readonly PublishedSheet[] | 'unread';

/** The theme in every form that it can leave in; what is copied or saved is the text that is shown. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const [published, setPublished] = useState<Published>();
  useEffect(() => {
    let isWanted = true;
    const take = (read: Published) => isWanted && setPublished(read);
    readPublishedSheets((...request) => fetch(...request)).then(take, () => take('unread'));
    return () => {
      isWanted = false;
    };
  }, []);
  return (
    <Dialog title={t('exchange.export.title')} isOpen onClose={onClose} size="wide">
      <div className="exchange-export">{published && <Formats published={published} />}</div>
    </Dialog>
  );
}

function Formats({ published }: { published: Published }) {
  const { t } = useTexts();
  const theme = useTheme();
  const fontFaces = useStudioState(state => state.fontFaces);
  const { exports, address } = useMemo(
    () => writeExports(theme, fontFaces, published === 'unread' ? [] : published),
    [theme, fontFaces, published],
  );
  const [tab, setTab] = useState<ExportFormat | 'picture'>('css');

  const source = address ? 'address' : published === 'unread' ? 'unread' : 'text';
  const hint = (format: ExportFormat) =>
    t(format === 'loader' || format === 'react' ? `exchange.snippet.${source}` : `exchange.about.${format}`);
  return (
    <Tabs
      label={t('exchange.formats')}
      selected={tab}
      onSelect={setTab}
      tabs={[
        ...exportFormats.map(format => ({
          id: format,
          label: t(`exchange.format.${format}`),
          content: <Sheet exported={exports[format]} hint={hint(format)} label={t(`exchange.format.${format}`)} />,
        })),
        {
          id: 'picture' as const,
          label: t('exchange.format.picture'),
          content: <PictureTab theme={theme} css={exports.css.text} fileName={`${toSlug(theme.name)}.png`} />,
        },
      ]}
    />
  );
}

function Sheet({ exported, hint, label }: { exported: Exported; hint: string; label: string }) {
  const { t } = useTexts();
  const { text, fileName, mediaType } = exported;
  const save = () => saveFile(new Blob([text], { type: mediaType }), fileName, document);
  return (
    <div className="exchange-sheet">
      <p>{hint}</p>
      {text === '' ? (
        <p className="exchange-nothing">{t('exchange.nothing')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by the keyboard too
        <section className="exchange-text" dir="ltr" tabIndex={0} aria-label={label}>
          <pre>{text}</pre>
        </section>
      )}
      <div className="exchange-sheet-actions">
        <span className="ui-hint">{t('exchange.size', { count: new TextEncoder().encode(text).length })}</span>
        <CopyButton text={text} />
        <Button kind="filled" onPress={save}>
          {t('exchange.save', { fileName })}
        </Button>
      </div>
    </div>
  );
}
