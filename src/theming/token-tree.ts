export interface FoundToken {
  /** With dots. */
  readonly path: string;
  readonly type: string | undefined;
  readonly value: unknown;
}

/** An alias of an alias of … is followed so far. */
const longestChain = 50;

/** All tokens in the order of the file, each with its type or its group's, aliases resolved. */
export function collectTokens(root: Readonly<Record<string, unknown>>): FoundToken[] {
  const found: FoundToken[] = [];
  const walk = (group: Readonly<Record<string, unknown>>, path: readonly string[], inherited: string | undefined) => {
    const type = typeof group.$type === 'string' ? group.$type : inherited;
    for (const [name, inner] of Object.entries(group)) {
      if (name.startsWith('$') || !isGroup(inner)) continue;
      const here = [...path, name];
      if ('$value' in inner) {
        const own = typeof inner.$type === 'string' ? inner.$type : type;
        found.push({ path: here.join('.'), type: own, value: inner.$value });
      } else walk(inner, here, type);
    }
  };
  walk(root, [], undefined);
  const byPath = new Map(found.map(token => [token.path, token]));
  return found.map(token => resolve(token, byPath, []));
}

function resolve(token: FoundToken, byPath: ReadonlyMap<string, FoundToken>, seen: readonly string[]): FoundToken {
  const [, path] = (typeof token.value === 'string' && /^\{([^{}]+)\}$/.exec(token.value)) || [];
  const isEndless = path === undefined || seen.includes(path) || seen.length === longestChain;
  const target = isEndless ? undefined : byPath.get(path);
  if (!target || path === undefined) return token;
  const { type, value } = resolve(target, byPath, [...seen, path]);
  return { path: token.path, type: token.type ?? type, value };
}

export function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
