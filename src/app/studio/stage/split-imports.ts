const leading = /^(?:\s+|\/\*[\s\S]*?(?:\*\/|$)|@charset\s*(?:"[^"]*"|'[^']*')\s*;|@layer\s[^{};]*;)*/i;
const importRule =
  /^@import\s*(?:url\(\s*(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^)]*)\s*\)|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')[^;{}]*;/i;

/**
 * The sheets that a text asks for, apart from the rest: as two sheets after each other they are the same cascade, and a
 * change of the rest does not fetch the first anew.
 */
export function splitImports(css: string): { imports: string; rest: string } {
  let end = 0;
  for (let at = skipLeading(css, 0); ; at = skipLeading(css, end)) {
    const found = importRule.exec(css.slice(at));
    if (!found) return { imports: css.slice(0, end), rest: css.slice(end) };
    end = at + found[0].length;
  }
}

function skipLeading(css: string, from: number): number {
  return from + (leading.exec(css.slice(from))?.[0].length ?? 0);
}
