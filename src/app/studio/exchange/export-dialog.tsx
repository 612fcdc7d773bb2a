import { useEffect, useMemo, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useTheme } from '../state/use-studio';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Dialog } from '../ui/dialog';
import { Tabs } from '../ui/tabs';
import { type Installation, readInstallation } from './installation';
import { PictureTab } from './picture-tab';
import { saveFile } from './save-file';
import { type Exported, type ExportFormat, exportFormats, toSlug, writeExports } from './write-exports';

/** The theme in every form that it can leave in; what is copied or saved is the text that is shown. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const [installation, setInstallation] = useState<Installation>();
  useEffect(() => {
    let isWanted = true;
    void readInstallation((...request) => fetch(...request)).then(read => isWanted && setInstallation(read));
    return () => {
      isWanted = false;
    };
  }, []);
  return (
    <Dialog title={t('exchange.export.title')} isOpen onClose={onClose} size="wide">
      <div className="exchange-export">{installation && <Formats installation={installation} />}</div>
    </Dialog>
  );
}

function Formats({ installation }: { installation: Installation }) {
  const { t } = useTexts();
  const theme = useTheme();
  const { exports, address } = useMemo(() => writeExports(theme, installation), [theme, installation]);
  const [tab, setTab] = useState<ExportFormat | 'picture'>('css');

  const hint = (format: ExportFormat) =>
    t(
      format === 'loader' || format === 'react'
        ? `exchange.snippet.${address ? 'address' : 'text'}`
        : `exchange.about.${format}`,
    );
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
