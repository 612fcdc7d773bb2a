/** The studio's own colours: the system's unless the designer says otherwise here. */
export const schemeChoices = ['system', 'light', 'dark'] as const;
export type SchemeChoice = (typeof schemeChoices)[number];

const keptAt = 'portico.studio.scheme';

export function readSchemeChoice(storage: Pick<Storage, 'getItem'>): SchemeChoice {
  const kept = storage.getItem(keptAt);
  return schemeChoices.find(choice => choice === kept) ?? 'system';
}

export function applySchemeChoice(choice: SchemeChoice, root: HTMLElement, storage: Pick<Storage, 'setItem'>): void {
  if (choice === 'system') delete root.dataset.scheme;
  else root.dataset.scheme = choice;
  storage.setItem(keptAt, choice);
}
