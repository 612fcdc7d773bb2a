import { useEffect, useRef, useState } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { Theme } from '#contract/theme';
import { useTexts } from '../i18n/use-texts';
import { useStudioState } from '../state/use-studio';
import { Button } from '../ui/button';
import { listPictures, type PictureCell } from './list-pictures';
import { PictureError } from './picture-error';
import { saveFile } from './save-file';

type Progress =
  | { kind: 'ready' }
  | { kind: 'drawing'; done: number }
  | { kind: 'drawn'; picture: Blob; address: string }
  | { kind: 'failed' | 'unloaded' };

interface PictureTabProps {
  theme: Theme;
  css: string;
  fileName: string;
  /** Brings the code that draws. */
  load?: () => Promise<Pick<typeof import('./wall-picture'), 'drawWall'>>;
}

const loadDrawing = () => import('./wall-picture');

/** A sheet of the wall for the people who approve it. */
export function PictureTab({ theme, css, fileName, load = loadDrawing }: PictureTabProps) {
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
      const { drawWall } = await load().catch(cause => {
        throw new PictureError('The code that draws did not load', { cause });
      });
      signal.throwIfAborted();
      const onProgress = (done: number) => {
        signal.throwIfAborted();
        setProgress({ kind: 'drawing', done });
      };
      const picture = await drawWall({ cells, css, texts: theme.texts, captionOf, onProgress, signal });
      signal.throwIfAborted();
      setProgress({ kind: 'drawn', picture, address: URL.createObjectURL(picture) });
    } catch (error) {
      if (!signal.aborted) setProgress({ kind: error instanceof PictureError ? 'unloaded' : 'failed' });
    }
  };
  // Said at once: a screen that is half drawn comes to its end unseen.
  const stop = () => {
    running.current?.abort();
    setProgress({ kind: 'ready' });
  };

  const isFailed = progress.kind === 'failed' || progress.kind === 'unloaded';
  const isDrawn = progress.kind === 'drawn';
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
        {isFailed && <p role="alert">{t(`exchange.picture.${progress.kind}`)}</p>}
        {progress.kind === 'drawn' && (
          <img src={progress.address} alt={t('exchange.picture.alt', { count: cells.length })} />
        )}
      </div>
      <div className="exchange-sheet-actions">
        {progress.kind === 'drawing' ? (
          <Button onPress={stop}>{t('exchange.picture.stop')}</Button>
        ) : (
          <Button kind={isDrawn ? 'plain' : 'filled'} onPress={draw}>
            {t(`exchange.picture.${isDrawn ? 'again' : isFailed ? 'retry' : 'draw'}`)}
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
