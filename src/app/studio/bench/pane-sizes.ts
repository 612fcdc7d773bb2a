/** Widths in CSS pixels; 0: collapsed. */
export interface PaneSizes {
  settings: number;
  side: number;
}

export const paneLimits = { smallest: 256, largest: 560 } as const;
const keptAt = 'portico.studio.panes';

export function usualSizes(windowWidth: number): PaneSizes {
  if (windowWidth < 1200) return { settings: 300, side: 256 };
  return windowWidth < 1700 ? { settings: 316, side: 308 } : { settings: 352, side: 368 };
}

/** Sizes that were left here, as far as they are sizes. */
export function readSizes(storage: Pick<Storage, 'getItem'>, windowWidth: number): PaneSizes {
  const usual = usualSizes(windowWidth);
  const [settings, side] = (storage.getItem(keptAt) ?? '').split(' ').map(Number.parseFloat);
  return { settings: isSize(settings) ? settings : usual.settings, side: isSize(side) ? side : usual.side };
}

export function writeSizes(storage: Pick<Storage, 'setItem'>, { settings, side }: PaneSizes): void {
  storage.setItem(keptAt, `${Math.round(settings)} ${Math.round(side)}`);
}

function isSize(size: number | undefined): size is number {
  return size === 0 || (size !== undefined && size >= paneLimits.smallest && size <= paneLimits.largest);
}
