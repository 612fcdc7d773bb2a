import { type ElementGroup, elementGroups, type ThemeElement } from '#theming/elements';

/** One element with all of its states. */
export interface Part {
  name: string;
  elements: readonly ThemeElement[];
}

export interface PartGroup {
  id: string;
  parts: readonly Part[];
}

export const partGroups: readonly PartGroup[] = elementGroups.map(toParts);

function toParts({ id, elements }: ElementGroup): PartGroup {
  const names = [...new Set(elements.map(({ part }) => part))];
  return { id, parts: names.map(name => ({ name, elements: elements.filter(({ part }) => part === name) })) };
}

/** Parts whose words, selectors or properties hold every word that is looked for. */
export function findParts(
  groups: readonly PartGroup[],
  search: string,
  say: (part: Part) => string,
): readonly PartGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return groups;
  const holds = (part: Part) => {
    const selectors = part.elements.map(({ selector }) => selector).join(' ');
    const text = `${say(part)} ${selectors} ${part.elements[0]?.properties.join(' ')}`.toLowerCase();
    return words.every(word => text.includes(word));
  };
  return groups.map(group => ({ ...group, parts: group.parts.filter(holds) })).filter(({ parts }) => parts.length > 0);
}
