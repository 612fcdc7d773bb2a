import { type PointerEvent, useState } from 'react';
import type { PreviewName } from '#stand-in/preview-names';
import { useStudio, useStudioState } from '../state/use-studio';
import { toMeant, toSelector } from './name-element';
import { useBoxes } from './use-boxes';

interface FrameOverlayProps {
  page: Document;
  screen: PreviewName;
  scale: number;
  /** Whether pointing finds elements, or goes through to the page. */
  picks: boolean;
}

/** What is drawn over a preview: outlines of what is pointed at and of what is picked. */
export function FrameOverlay({ page, screen, scale, picks }: FrameOverlayProps) {
  const studio = useStudio();
  const [hovered, setHovered] = useState<string>();
  const pointedAt = useStudioState(state => state.pointedAt);
  const picked = useStudioState(state => (state.picked?.screen === screen ? state.picked.selector : undefined));
  const outlines = [
    { kind: 'picked', boxes: useBoxes(page, picked) },
    { kind: 'pointed', boxes: useBoxes(page, pointedAt) },
    { kind: 'pointed', boxes: useBoxes(page, picks ? hovered : undefined) },
  ];

  function find(event: PointerEvent<HTMLElement>): string | undefined {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const element = page.elementFromPoint((event.clientX - left) / scale, (event.clientY - top) / scale);
    return element ? toSelector(toMeant(element)) : undefined;
  }

  return (
    <div
      className="stage-overlay"
      role="presentation"
      data-picks={picks || undefined}
      onPointerMove={event => setHovered(find(event))}
      onPointerLeave={() => setHovered(undefined)}
      onPointerUp={event => {
        const selector = event.button === 0 ? find(event) : undefined;
        if (selector) studio.pick({ screen, selector });
      }}
    >
      {outlines.flatMap(({ kind, boxes }, layer) =>
        boxes.map(({ left, top, width, height }, at) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: they are drawn anew, never moved
            key={`${layer} ${at}`}
            className={`stage-outline stage-outline-${kind}`}
            style={{ left: left * scale, top: top * scale, width: width * scale, height: height * scale }}
          />
        )),
      )}
    </div>
  );
}
