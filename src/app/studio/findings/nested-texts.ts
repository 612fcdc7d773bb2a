/** `{'a.b': 'x'}` → `{a: {b: 'x'}}`, as the SDK takes texts. */
export function toNested(texts: Readonly<Record<string, string>>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, text] of Object.entries(texts)) {
    const parts = path.split('.');
    const last = parts.pop() ?? '';
    let node = root;
    for (const part of parts) {
      const next = node[part];
      if (typeof next === 'object' && next !== null) node = next as Record<string, unknown>;
      else node = node[part] = {} as Record<string, unknown>;
    }
    node[last] = text;
  }
  return root;
}
