/** Properties whose family is not their first word. */
const families: readonly (readonly [string, readonly string[]])[] = [
  ['size', ['width', 'height', 'inline-size', 'block-size']],
  ['inset', ['top', 'right', 'bottom', 'left']],
  ['font', ['line-height']],
  ['gap', ['row-gap', 'column-gap', 'grid-gap', 'grid-row-gap', 'grid-column-gap']],
  ['column', ['columns']],
  ['place', ['align-content', 'align-items', 'align-self', 'justify-content', 'justify-items', 'justify-self']],
  ['text', ['white-space', 'white-space-collapse']],
  ['break', ['page-break-before', 'page-break-after', 'page-break-inside']],
  ['overflow', ['word-wrap']],
];
const exceptions = new Map(families.flatMap(([family, names]) => names.map(name => [name, family])));

/**
 * Whether one may decide over what the other sets: the same property, a shorthand and a part of it, a logical name and a
 * physical one. Rather once too often than once too rarely.
 */
export function mayOverlap(one: string, other: string): boolean {
  const [a, b] = [one, other].map(toFamily);
  return a === b || (a === 'all' && !b?.startsWith('--')) || (b === 'all' && !a?.startsWith('--'));
}

function toFamily(property: string): string {
  if (property.startsWith('--')) return property;
  const name = property.toLowerCase().replace(/^-[a-z]+-/, '');
  return exceptions.get(name) ?? name.split('-')[0] ?? name;
}
