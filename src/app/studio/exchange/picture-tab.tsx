import { useEffect, useRef, useState } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { Theme } from '#contract/theme';
import { useTexts } from '../i18n/use-texts';
import { useStudioState } from '../state/use-studio';
import { Button } from '../ui/button';
import { listPictures, type PictureCell } from './list-pictures';
import { saveFile } from './save-file';

type Progress =
  | { kind: 'ready' }
  | { kind: 'drawing'; done: number }
  | { kind: 'drawn'; picture: Blob; address: string }
  | { kind: 'failed' };

/** A sheet of the wall for the people who approve it. */
export function PictureTab({ theme, css, fileName }: { theme: Theme; css: string; fileName: string }) {
  const { t } = useTexts();
  const view = useStudioState(state => state.view);
  const [progress, setProgress] = useState<Progress>({ kind: 'ready' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  useEffect(() => {
    if (progress.kind === 'drawn') return () => URL.revokeObjectURL(progress.address);
    return undefined;
  }, [progress]);

  const cells = listPictures(view);
  const captionOf = ({ screen, width, scheme, language }: PictureCell) =>
    `${t(`stage.screen.${screen}`)} · ${width} · ${t(`exchange.scheme.${scheme}`)} · ${language}`;
  const draw = async () => {
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setProgress({ kind: 'drawing', done: 0 });
    try {
      const { drawWall } = await import('./wall-picture');
      const onProgress = (done: number) => setProgress({ kind: 'drawing', done });
      const picture = await drawWall({ cells, css, texts: theme.texts, captionOf, onProgress, signal });
      setProgress({ kind: 'drawn', picture, address: URL.createObjectURL(picture) });
    } catch {
      if (running.current === controller) setProgress({ kind: signal.aborted ? 'ready' : 'failed' });
    }
  };

  return (
    <div className="exchange-sheet">
      <p>{t('exchange.picture.about', { count: cells.length })}</p>
      <p className="ui-hint">{t('exchange.picture.hint')}</p>
      <div className="exchange-picture">
        {progress.kind === 'drawing' && (
          <ProgressBar
            className="exchange-progress"
            aria-label={t('exchange.picture.drawing')}
            value={progress.done}
            maxValue={cells.length}
          >
            {({ percentage = 0 }) => (
              <>
                <span>{t('exchange.picture.progress', { done: progress.done, count: cells.length })}</span>
                <span className="exchange-progress-track">
                  <span style={{ inlineSize: `${percentage}%` }} />
                </span>
              </>
            )}
          </ProgressBar>
        )}
        {progress.kind === 'failed' && <p role="alert">{t('exchange.picture.failed')}</p>}
        {progress.kind === 'drawn' && (
          <img src={progress.address} alt={t('exchange.picture.alt', { count: cells.length })} />
        )}
      </div>
      <div className="exchange-sheet-actions">
        {progress.kind === 'drawing' ? (
          <Button onPress={() => running.current?.abort()}>{t('exchange.picture.stop')}</Button>
        ) : (
          <Button kind={progress.kind === 'drawn' ? 'plain' : 'filled'} onPress={draw}>
            {t(progress.kind === 'drawn' ? 'exchange.picture.again' : 'exchange.picture.draw')}
          </Button>
        )}
        {progress.kind === 'drawn' && (
          <Button kind="filled" onPress={() => saveFile(progress.picture, fileName, document)}>
            {t('exchange.save', { fileName })}
          </Button>
        )}
      </div>
    </div>
  );
}
