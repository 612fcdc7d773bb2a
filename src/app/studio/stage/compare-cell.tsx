import { type CSSProperties, memo, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import type { Cell } from './list-cells';
import { PreviewFrame } from './preview-frame';
import { sayCell, sayScreen } from './say-cell';

interface CompareCellProps {
  cell: Cell;
  scale: number;
  left: number;
  top: number;
  /** Of the taller of the two. */
  height: number;
  onHeight: (key: string, height: number) => void;
}

/** The same screen twice, one over the other: what it was is left of the slider, what it is to the right. */
export const CompareCell = memo(({ cell, scale, left, top, height, onHeight }: CompareCellProps) => {
  const { t, language } = useTexts();
  const [percent, setPercent] = useState(50);
  const name = `${sayScreen(t, cell.screen)}, ${sayCell(t, language, cell)}`;
  const before = toBefore(cell);
  const frame = { scale, height, picks: false, onHeight };
  return (
    <figure className="stage-cell" style={{ width: cell.width * scale, insetInlineStart: left, top }}>
      <figcaption>
        <span>{t('stage.compare.before')}</span>
        <span>{name}</span>
        <span>{t('stage.compare.now')}</span>
      </figcaption>
      <div className="stage-slider" dir="ltr" style={{ '--stage-split': percent / 100 } as CSSProperties}>
        <PreviewFrame {...frame} cell={before} title={`${name}, ${t('stage.before')}`} />
        <div className="stage-slider-now">
          <PreviewFrame {...frame} cell={cell} title={name} />
        </div>
        <div className="stage-slider-line" />
        <input
          type="range"
          className="stage-slider-input"
          aria-label={t('stage.compare.sliderLabel')}
          aria-valuetext={t('stage.compare.share', { percent })}
          min={0}
          max={100}
          value={percent}
          onChange={event => setPercent(event.target.valueAsNumber)}
        />
      </div>
    </figure>
  );
});

export function toBefore(cell: Cell): Cell {
  return { ...cell, key: `${cell.key} before`, side: 'before' };
}
