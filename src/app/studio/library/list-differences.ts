import type { Theme } from '#contract/theme';

/** Undefined: it has nothing there. Of the rules each line that only one of the two has. */
export interface Difference {
  path: string;
  theirs: string | undefined;
  mine: string | undefined;
}

/** Where two themes differ, setting by setting. */
export function listDifferences(theirs: Theme, mine: Theme): Difference[] {
  const [left, right] = [readSettings(theirs), readSettings(mine)];
  const settings = [...new Set([...left.keys(), ...right.keys()])]
    .filter(path => left.get(path) !== right.get(path))
    .map(path => ({ path, theirs: left.get(path), mine: right.get(path) }));
  return [...settings, ...compareRules(theirs.rules, mine.rules)];
}

function readSettings({ rules: _, ...settings }: Theme): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (value: unknown, path: readonly string[]): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
    } else if (value !== undefined) found.set(path.join('.'), String(value));
  };
  visit(settings, []);
  return found;
}

function compareRules(theirs: string, mine: string): Difference[] {
  if (theirs === mine) return [];
  const path = 'rules';
  const [left, right] = [theirs.split('\n'), mine.split('\n')];
  const onlyIn = (lines: string[], others: string[]) => {
    const known = new Set(others);
    return lines.filter(line => line.trim() !== '' && !known.has(line));
  };
  const lines = [
    ...onlyIn(left, right).map(line => ({ path, theirs: line, mine: undefined })),
    ...onlyIn(right, left).map(line => ({ path, theirs: undefined, mine: line })),
  ];
  // The same lines in another order, or with other empty ones.
  return lines.length > 0 ? lines : [{ path, theirs: undefined, mine: undefined }];
}
