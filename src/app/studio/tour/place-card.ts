export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Size {
  width: number;
  height: number;
}

const gap = 16;

/** Around a row of buttons, and within the edges of a pane; always inside the window. */
export function placeRing({ left, top, right, bottom }: Box, view: Size): Box {
  const out = bottom - top < 100 ? 6 : -3;
  return {
    left: Math.max(3, left - out),
    top: Math.max(3, top - out),
    right: Math.min(view.width - 3, right + out),
    bottom: Math.min(view.height - 3, bottom + out),
  };
}

/** Beside the target where there is room, else under it, else within it at the bottom; always inside the window. */
export function placeCard(target: Box, card: Size, view: Size): { left: number; top: number } {
  const clamp = (value: number, most: number) => Math.round(Math.max(gap, Math.min(value, most)));
  const most = { left: view.width - card.width - gap, top: view.height - card.height - gap };
  const top = clamp(target.top + 2 * gap, most.top);
  const after = target.right + gap;
  if (after >= gap && after <= most.left) return { left: Math.round(after), top };
  const before = target.left - gap - card.width;
  if (before >= gap && before <= most.left && target.bottom - target.top > card.height) {
    return { left: Math.round(before), top };
  }
  const below = target.bottom + gap;
  if (below >= gap && below <= most.top) {
    return { left: clamp(target.right - card.width, most.left), top: Math.round(below) };
  }
  const centre = (target.left + target.right - card.width) / 2;
  return { left: clamp(centre, most.left), top: clamp(target.bottom - card.height - 2 * gap, most.top) };
}
