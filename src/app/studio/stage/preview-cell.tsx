import { type MouseEvent, memo } from 'react';
import { useTexts } from '../i18n/use-texts';
import { firstView } from '../state/studio-view';
import { useStudio } from '../state/use-studio';
import { toViewAddress } from '../state/view-address';
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
  const studio = useStudio();
  const name = sayScreen(t, cell.screen);
  const variant = sayCell(t, language, cell);
  const alone = {
    mode: 'one',
    screen: cell.screen,
    widths: [cell.width],
    schemes: [cell.scheme],
    languages: [cell.language],
  } as const;

  function open(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    studio.look(alone);
  }

  return (
    <figure className="stage-cell" style={{ width: cell.width * scale, insetInlineStart: left, top }}>
      <figcaption>
        <a href={toViewAddress({ ...firstView, ...alone }, window.location)} onClick={open}>
          {name}
        </a>
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
