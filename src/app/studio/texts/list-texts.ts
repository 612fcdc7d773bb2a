/** One text of the widget that a theme may say otherwise. */
export interface TextEntry {
  readonly path: string;
  /** What the stand-in says at that path; none at a path that only the theme knows. */
  readonly stock: string | undefined;
  /** Whether anything shows that the provider's own widget looks at this path. */
  readonly isProved: boolean;
}

export interface TextGroup {
  readonly id: string;
  readonly entries: readonly TextEntry[];
}

/** The one path that public integrations prove. */
export const provedPath = 'document.subTitles.IDENTITY';

/** Every text by the first part of its path; those that only the theme knows come as paths of its own. */
export function listTexts(stock: Readonly<Record<string, string>>, others: readonly string[]): TextEntry[] {
  const known = Object.entries(stock).map(([path, text]) => ({ path, stock: text, isProved: path === provedPath }));
  const own = [...new Set(others)].filter(path => !Object.hasOwn(stock, path));
  return [...known, ...own.map(path => ({ path, stock: undefined, isProved: false }))];
}

export function groupTexts(entries: readonly TextEntry[]): TextGroup[] {
  const listed = entries.filter(({ stock, isProved }) => stock !== undefined && !isProved);
  const ids = [...new Set(listed.map(({ path }) => groupOf(path)))];
  return ids
    .toSorted((one, other) => one.localeCompare(other, 'en'))
    .map(id => ({ id, entries: listed.filter(({ path }) => groupOf(path) === id) }));
}

export function groupOf(path: string): string {
  return path.split('.')[0] ?? path;
}

/** Those whose path, stock text or own text has all the words. */
export function findTexts(
  entries: readonly TextEntry[],
  own: Readonly<Record<string, string>>,
  search: string,
): TextEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ path, stock = '' }) => {
    const all = `${path} ${stock} ${own[path] ?? ''}`.toLowerCase();
    return words.every(word => all.includes(word));
  });
}

export type PathFault = { kind: 'spelling' } | { kind: 'conflict'; with: string };

/** Why a path cannot be added: a text cannot stand where others are inside of it, or inside of a text. */
export function findPathFault(path: string, known: readonly string[]): PathFault | undefined {
  if (path.length > 200 || !/^[\w-]+(\.[\w-]+)*$/.test(path)) return { kind: 'spelling' };
  const other = known.find(one => one.startsWith(`${path}.`) || path.startsWith(`${one}.`));
  return other === undefined ? undefined : { kind: 'conflict', with: other };
}

/** Values that the widget fills in: `{number}`. */
export function listPlaceholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g))];
}
