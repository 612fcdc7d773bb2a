import { memo } from 'react';
import { useTexts } from '../i18n/use-texts';
import { toCellAddress } from './cell-address';
import type { Cell } from './list-cells';
import { PreviewFrame } from './preview-frame';
import { sayCell, sayScreen } from './say-cell';

interface PreviewCellProps {
  cell: Cell;
  scale: number;
  left: number;
  top: number;
  height: number;
  picks: boolean;
  onHeight: (key: string, height: number) => void;
}

/** A preview with its name, which is a link to it alone. */
export const PreviewCell = memo(({ cell, scale, left, top, height, picks, onHeight }: PreviewCellProps) => {
  const { t, language } = useTexts();
  const name = sayScreen(t, cell.screen);
  const variant = sayCell(t, language, cell);
  return (
    <figure className="stage-cell" style={{ width: cell.width * scale, insetInlineStart: left, top }}>
      <figcaption>
        <a href={toCellAddress(cell)}>{name}</a>
        <span>{variant}</span>
      </figcaption>
      <PreviewFrame
        cell={cell}
        scale={scale}
        height={height}
        picks={picks}
        title={`${name}, ${variant}`}
        onHeight={onHeight}
      />
    </figure>
  );
});
