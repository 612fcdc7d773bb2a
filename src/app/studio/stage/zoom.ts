import type { StudioView } from '../state/studio-view';

export type Zoom = StudioView['zoom'];

export const zooms = ['fit', 0.5, 0.75, 1, 1.25, 1.5, 2] as const satisfies readonly Zoom[];
const steps = zooms.filter(zoom => zoom !== 'fit');

/** The next zoom in that direction. What fits is about life-size to the one who wants more or less of it. */
export function stepZoom(zoom: Zoom, direction: 1 | -1): Zoom {
  const from = zoom === 'fit' ? (direction === 1 ? 0.75 : 1) : zoom;
  const next = direction === 1 ? steps.find(step => step > from) : steps.findLast(step => step < from);
  return next ?? zoom;
}

/** The zoom that a key asks for: `+` and `-` step, `1` is life-size, `0` fits. */
export function readZoomKey(key: string, zoom: Zoom): Zoom | undefined {
  switch (key) {
    case '+':
    case '=':
      return stepZoom(zoom, 1);
    case '-':
      return stepZoom(zoom, -1);
    case '1':
      return 1;
    case '0':
      return 'fit';
    default:
      return undefined;
  }
}
