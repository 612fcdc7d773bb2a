import type { Theme } from '#contract/theme';

/** One file of a variable font; `url` may be relative to the stylesheet. */
export interface FontFace {
  family: string;
  url: string;
  unicodeRange: string;
}

/** Families that a theme's settings name, without quotes and each once; what its rules name is not among them. */
export function fontsOf({ fontFamily, elements }: Pick<Theme, 'fontFamily' | 'elements'>): string[] {
  const lists = [fontFamily, ...Object.values(elements).map(declarations => declarations['font-family'])];
  const families = lists.flatMap(list => list?.match(/"[^"]*"|'[^']*'|[^,"']+/g) ?? []);
  return [
    ...new Set(families.map(family => family.trim().replace(/^["']|["']$/g, '')).filter(family => family !== '')),
  ];
}
