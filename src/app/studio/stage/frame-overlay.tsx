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

  function find(event: PointerEvent<HTMLElement>): Element | undefined {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const element = page.elementFromPoint((event.clientX - left) / scale, (event.clientY - top) / scale);
    return element ? toMeant(element) : undefined;
  }

  async function pick(element: Element) {
    studio.pick({ screen, selector: toSelector(element) });
    // Where it does not come, the tab of the element says so, which needs it too.
    const known = await import('./known-selectors').catch(() => undefined);
    const [setting] = known?.listSettingsOf(element) ?? [];
    // Whoever writes rules or texts is not taken away from them.
    if (setting && ['seeds', 'elements'].includes(studio.store.getState().settingsTab)) {
      studio.show({ tab: 'elements', element: setting.id });
    }
  }

  return (
    <div
      className="stage-overlay"
      role="presentation"
      data-picks={picks || undefined}
      onPointerMove={event => {
        const element = find(event);
        setHovered(element && toSelector(element));
      }}
      onPointerLeave={() => setHovered(undefined)}
      onPointerUp={event => {
        const element = event.button === 0 ? find(event) : undefined;
        if (element) void pick(element);
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
