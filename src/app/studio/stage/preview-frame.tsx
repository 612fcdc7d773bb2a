import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { toPreviewAddress } from '#stand-in/preview-address';
import { followHeight } from './follow-height';
import { FrameOverlay } from './frame-overlay';
import type { Cell } from './list-cells';
import { usePreviewDesk } from './use-preview-desk';

interface PreviewFrameProps {
  cell: Cell;
  scale: number;
  height: number;
  title: string;
  onHeight: (key: string, height: number) => void;
  picks: boolean;
}

type Progress = 'waiting' | 'loading' | 'shown';

/** One screen of the widget at its real width, scaled; as high as its content. */
export function PreviewFrame({ cell, scale, height, title, picks, onHeight }: PreviewFrameProps) {
  const desk = usePreviewDesk();
  const [address] = useState(() => toPreviewAddress(cell));
  const [progress, setProgress] = useState<Progress>('waiting');
  const [page, setPage] = useState<Document>();
  const frame = useRef<HTMLIFrameElement>(null);
  const membership = useRef<ReturnType<typeof desk.join>>(undefined);
  const endTurn = useRef<() => void>(undefined);
  const endHeight = useRef<() => void>(undefined);

  useLayoutEffect(() => {
    const end = desk.queue.enter(() => setProgress('loading'));
    endTurn.current = end;
    return () => {
      end();
      endHeight.current?.();
      membership.current?.leave();
      membership.current = undefined;
      setProgress('waiting');
      setPage(undefined);
    };
  }, [desk]);

  const join = useEffectEvent(() => {
    const window = frame.current?.contentWindow;
    if (!window?.document.getElementById('frame')) return endTurn.current?.();
    membership.current?.leave();
    membership.current = desk.join(window, readOpened(cell, address));
    membership.current.show(cell);
    setPage(window.document);
    endHeight.current?.();
    endHeight.current = followHeight(window, found => {
      onHeight(cell.key, found);
      setProgress('shown');
      endTurn.current?.();
    });
  });

  useEffect(() => membership.current?.show(cell), [cell]);

  return (
    <div
      className="stage-frame"
      data-progress={progress}
      style={{ width: cell.width * scale, height: height * scale }}
      aria-busy={progress !== 'shown'}
    >
      {progress !== 'waiting' && (
        <iframe
          ref={frame}
          title={title}
          src={address}
          // While it is pointed at as a picture, the way by Tab does not lead through every button of every screen.
          tabIndex={picks ? -1 : 0}
          onLoad={join}
          style={{ width: cell.width, height, transform: `scale(${scale})`, colorScheme: cell.scheme }}
        />
      )}
      {page && progress === 'shown' && <FrameOverlay page={page} screen={cell.screen} scale={scale} picks={picks} />}
    </div>
  );
}

/** The cell as the frame was opened, whatever was chosen since. */
function readOpened(cell: Cell, address: string): Cell {
  const asked = new URL(address, window.location.href).searchParams;
  return {
    ...cell,
    language: asked.get('lang') ?? cell.language,
    scheme: asked.get('theme') === 'dark' ? 'dark' : 'light',
  };
}
