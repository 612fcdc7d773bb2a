import { readSheet, type SheetPart, type Span } from '../read-sheet';
import { readSelectors, type Specificity } from '../specificity';
import { nestSelector } from './nest-selector';
import { splitAtCommas } from './split-at-commas';

/** Where a rule of the theme comes from: the designer's own text, what the settings make, or the provider's stylesheet. */
export type RuleOrigin = 'rules' | 'settings' | 'stock';

export interface ListedSelector extends Span {
  readonly text: string;
  readonly specificity: Specificity;
}

export interface ListedDeclaration extends Span {
  readonly property: string;
  readonly value: string;
  /** Where the value begins. */
  readonly valueStart: number;
  readonly important: boolean;
}

export interface ListedRule {
  readonly origin: RuleOrigin;
  /** Undefined where a browser could not read it, and skips the rule. */
  readonly selectors: readonly ListedSelector[] | undefined;
  readonly selectorText: string;
  readonly start: number;
  /** `@media`, `@supports` and such around it, the outermost first. */
  readonly around: readonly { readonly name: string; readonly prelude: string }[];
  readonly declarations: readonly ListedDeclaration[];
}

const holding = ['media', 'supports', 'layer', 'container', 'scope', 'starting-style'];

/** The style rules of a sheet in their order, those in `@media` and the like and nested ones among them. */
export function listRules(text: string, origin: RuleOrigin): ListedRule[] {
  return readSheet(text).flatMap(part => listPart(part, { text, origin, around: [], parent: undefined }));
}

interface Surrounding {
  text: string;
  origin: RuleOrigin;
  around: ListedRule['around'];
  parent: string | undefined;
}

function listPart(part: SheetPart, where: Surrounding): ListedRule[] {
  if (part.kind === 'at-rule') {
    if (!holding.includes(part.name) || !part.block) return [];
    const around = [...where.around, { name: part.name, prelude: part.prelude }];
    return part.contents.flatMap(inner => listPart(inner, { ...where, around }));
  }
  if (part.kind !== 'rule') return [];
  const { selector, start } = part;
  const full = where.parent === undefined ? selector : nestSelector(selector, where.parent);
  if (full === undefined) return [];
  const declarations = part.contents.flatMap((inner): ListedDeclaration[] => {
    if (inner.kind !== 'declaration') return [];
    const { property, value, important, start, end } = inner;
    const valueStart = where.text.indexOf(value, where.text.indexOf(':', start) + 1);
    return [{ property, value, important, start, end, valueStart }];
  });
  const rule: ListedRule = {
    origin: where.origin,
    selectors: listSelectors(full, where.parent === undefined ? start : undefined),
    selectorText: selector,
    start,
    around: where.around,
    declarations,
  };
  return [rule, ...part.contents.flatMap(inner => listPart(inner, { ...where, parent: full }))];
}

function listSelectors(text: string, start: number | undefined): ListedSelector[] | undefined {
  const known = readSelectors(text);
  if (!known) return undefined;
  const pieces = splitAtCommas(text);
  return known.flatMap(({ specificity }, index) => {
    const piece = pieces[index];
    if (!piece) return [];
    const from = (start ?? 0) + piece.start;
    return [{ text: piece.text, specificity, start: from, end: from + piece.text.length }];
  });
}

/** Line and column of a place in a text, from 1. */
export function toLine(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - before.lastIndexOf('\n') };
}
