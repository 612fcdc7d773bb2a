const keptAt = 'portico.studio.tour';

/** The step at which the tour was left; the first for whoever has not begun, or has seen all of it. */
export function readProgress(storage: Pick<Storage, 'getItem'>, steps: number): number {
  const kept = Number.parseInt(storage.getItem(keptAt) ?? '', 10);
  return kept > 0 && kept < steps ? kept : 0;
}

export function writeProgress(storage: Pick<Storage, 'setItem'>, step: number): void {
  storage.setItem(keptAt, String(step));
}
