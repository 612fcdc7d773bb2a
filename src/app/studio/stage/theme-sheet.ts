import type { Theme } from '#contract/theme';
import { nestSelector } from '#theming/checks/nest-selector';
import { splitAtCommas } from '#theming/checks/split-at-commas';
import { readSheet, type SheetDeclaration, type SheetPart } from '#theming/read-sheet';
import { splitPrelude } from '#theming/split-prelude';

/** A rule of the theme's text, with what must hold around it. */
export interface ThemeRule {
  readonly selector: string;
  readonly start: number;
  /** Preludes of `@media`, from the outermost. */
  readonly media: readonly string[];
  /** Inside of `@layer`, whose rules lose to all others. */
  readonly layered: boolean;
  readonly declarations: readonly SheetDeclaration[];
}

interface Around {
  readonly media: readonly string[];
  readonly layered: boolean;
  readonly parent: string | undefined;
}

/** Every rule that has declarations, in the order of the text. Rules inside of a rule are spelled out. */
export function listThemeRules(css: string): ThemeRule[] {
  return listIn(readSheet(css), { media: [], layered: false, parent: undefined });
}

const grouping = new Set(['media', 'supports', 'layer', 'container', 'scope', 'starting-style']);

function listIn(parts: readonly SheetPart[], around: Around): ThemeRule[] {
  return parts.flatMap(part => {
    if (part.kind === 'at-rule' && grouping.has(part.name)) {
      const media = part.name === 'media' ? [...around.media, part.prelude.trim()] : around.media;
      return listIn(part.contents, { ...around, media, layered: around.layered || part.name === 'layer' });
    }
    if (part.kind !== 'rule') return [];
    const { parent } = around;
    const selector = parent === undefined ? part.selector.trim() : nestSelector(part.selector, parent);
    if (selector === undefined) return [];
    const declarations = part.contents.filter(inner => inner.kind === 'declaration');
    const rule = { selector, start: part.start, media: around.media, layered: around.layered, declarations };
    return [...(declarations.length > 0 ? [rule] : []), ...listIn(part.contents, { ...around, parent: selector })];
  });
}

/** The selectors of a list, at the commas that are in no bracket and no string. */
export function splitSelectors(list: string): string[] {
  return splitAtCommas(list).map(({ text }) => text);
}

/** Where a place of the compiled text is in the theme's own rules, from 1; undefined where settings wrote it. */
export function toRulesLine({ rules }: Theme, css: string, offset: number): number | undefined {
  const { prelude, rest } = splitPrelude(rules);
  const restAt = css.length - rest.length;
  if (css !== rules && offset < restAt) return undefined;
  const at = css === rules ? offset : prelude.length + offset - restAt;
  return rules.slice(0, at).split('\n').length;
}
