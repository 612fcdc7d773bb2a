export interface Dictionary {
  [key: string]: string | Dictionary;
}

/** Texts by dotted path, nested as the SDK's `i18n` takes them; where one path goes through another, the later counts. */
export function toDictionary(texts: Readonly<Record<string, string>>): Dictionary {
  const root: Dictionary = Object.create(null);
  for (const [path, text] of Object.entries(texts)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let level = root;
    for (const key of keys) {
      const inner = level[key];
      const next: Dictionary = typeof inner === 'object' ? inner : Object.create(null);
      level[key] = next;
      level = next;
    }
    level[last] = text;
  }
  return root;
}
