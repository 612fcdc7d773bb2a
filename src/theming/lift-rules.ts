import { lexer } from 'css-tree';
import { mayOverlap } from './property-family';
import { readSheet, type SheetDeclaration, type SheetPart, type SheetRule, type Span } from './read-sheet';
import { compareSpecificity, type KnownSelector, readSelectors } from './specificity';

/** An element as far as lifting needs to know it; see `elements.ts`. */
export interface LiftTarget {
  readonly id: string;
  readonly selector: string;
  readonly properties: readonly { readonly name: string }[];
}

export interface Lifted {
  readonly kind: 'variable' | 'element';
  /** Of a variable `:root`, else the element's id. */
  readonly element: string;
  readonly property: string;
  readonly value: string;
  /** Where it stood in the sheet. */
  readonly at: number;
}

export interface LiftedSheet {
  readonly lifted: readonly Lifted[];
  /** The sheet without what was lifted, otherwise word for word. */
  readonly rules: string;
}

/** A declaration that can win over another; without a selector its weight is unknown. */
interface Contender {
  readonly property: string;
  readonly important: boolean;
  readonly selector: KnownSelector | undefined;
  /** Of lifted ones: the place of their element's rule among the rules that are written for settings. */
  readonly order?: number;
}

const root = ':root';
/** Browsers take it for a letter of the first selector. */
const byteOrderMark = '\uFEFF';
/** What stands in them sets nothing on an element. */
const apart = /^(font-face|page|property|counter-style|font-|(-[a-z]+-)?keyframes|view-transition)/;
const longestValue = 2000;

/**
 * Takes declarations out of a stylesheet that settings can stand for. Settings are written before everything that is kept,
 * so a declaration is lifted only where that cannot change what wins: its rule has one selector, and it is an element's own
 * (or `:root` for a variable of the widget); the value is one that browsers take; and nothing earlier that is kept, or that
 * is written later than its element's rule, has the same weight and may set the same thing on the same element. Whatever
 * else there is, faults included, stays as it is.
 */
export function liftRules(text: string, targets: readonly LiftTarget[], variables: readonly string[]): LiftedSheet {
  const parts = readSheet(text);
  const from = text.startsWith(byteOrderMark) ? Number.POSITIVE_INFINITY : findLiftableStart(parts);
  const lifted: Lifted[] = [];
  const removed: Span[] = [];
  const kept: Contender[] = [];
  const settled: (Contender & { readonly order: number })[] = [];
  const orders = new Map<string, number>([[root, 0]]);
  const targetOf = new Map(targets.map(target => [toComparable(target.selector), target]));

  const keep = (part: SheetPart) => kept.push(...listContenders(part));
  for (const part of parts) {
    if (part.kind !== 'rule' || part.start < from || !isPlain(text, part)) {
      keep(part);
      continue;
    }
    const [selector, ...others] = readSelectors(part.selector) ?? [];
    const isRoot = part.selector === root;
    const target = isRoot ? undefined : targetOf.get(toComparable(part.selector));
    const id = isRoot ? root : target?.id;
    if (!selector || others.length > 0 || id === undefined) {
      keep(part);
      continue;
    }
    const names = isRoot ? variables : (target?.properties ?? []).map(({ name }) => name);
    const order = orders.get(id) ?? orders.size;
    const taken: SheetDeclaration[] = [];
    for (const declaration of part.contents.filter(isDeclaration)) {
      const property = toPropertyName(declaration.property);
      const contender: Contender = { property, important: declaration.important, selector };
      const isHeld =
        !names.includes(property) ||
        !isSafe(text, declaration) ||
        lifted.some(earlier => earlier.element === id && earlier.property === property) ||
        kept.some(earlier => contends(earlier, contender)) ||
        settled.some(other => other.order > order && contends(other, contender));
      if (isHeld) {
        kept.push(contender);
        continue;
      }
      orders.set(id, order);
      settled.push({ ...contender, order });
      taken.push(declaration);
      const { value, start: at } = declaration;
      lifted.push({ kind: isRoot ? 'variable' : 'element', element: id, property, value, at });
    }
    const isEmptied = taken.length > 0 && taken.length === part.contents.length && !hasComment(text, part);
    removed.push(...(isEmptied ? [part] : taken.map(declaration => withSemicolon(text, declaration))));
  }
  return { lifted, rules: removed.length === 0 ? text : cut(text, removed) };
}

/**
 * An `@import` has to stand before all valid rules, and what stands before it must not become less or more: from where
 * lifting is free of such questions; past the end where it never is.
 */
function findLiftableStart(parts: readonly SheetPart[]): number {
  const first = parts.findIndex(part => !(part.kind === 'at-rule' && isLeading(part.name, part.block)));
  const late = parts.filter((part, at) => at > first && part.kind === 'at-rule' && needsLead(part.name));
  if (late.length === 0) return 0;
  const before = parts.filter(({ end }) => end <= (late[0]?.start ?? 0));
  const isDead = before.some(part => part.kind === 'rule' && /^[\w.#-]+$/.test(part.selector) && isKnown(part));
  return isDead ? (late.at(-1)?.end ?? 0) : Number.POSITIVE_INFINITY;
}

function isLeading(name: string, block: Span | undefined): boolean {
  return ['charset', 'import', 'layer', 'namespace'].includes(name) && !block;
}

function needsLead(name: string): boolean {
  return name === 'import' || name === 'namespace';
}

function isKnown({ selector }: SheetRule): boolean {
  return readSelectors(selector) !== undefined;
}

function isDeclaration(part: SheetPart): part is SheetDeclaration {
  return part.kind === 'declaration';
}

function isPlain(text: string, rule: SheetRule): boolean {
  const isNested = rule.contents.some(part => part.kind === 'rule' || part.kind === 'at-rule');
  return rule.closed && !isNested && !text.slice(rule.start, rule.block.start).includes('/*');
}

function hasComment(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).includes('/*');
}

/** Of the same text in any spelling of blanks, quotes and colons, and of nothing else. */
function toComparable(selector: string): string {
  return selector
    .replace(/\s+/g, ' ')
    .replace(/ ?([>+~,]) ?/g, '$1')
    .replace(/::(before|after)$/, ':$1')
    .replace(/=["']([a-z]+)["']\]/g, '=$1]');
}

function toPropertyName(property: string): string {
  return property.startsWith('--') ? property : property.toLowerCase();
}

function isSafe(text: string, declaration: SheetDeclaration): boolean {
  const { property, value, important } = declaration;
  if (important || value.length > longestValue || hasComment(text, declaration) || /[{}\\]/.test(value)) return false;
  if (property.startsWith('--')) return lexer.match('<color>', value).error === null;
  return lexer.matchProperty(property.toLowerCase(), value).error === null;
}

function contends(earlier: Contender, later: Contender): boolean {
  if (earlier.important !== later.important || !mayOverlap(earlier.property, later.property)) return false;
  const [one, other] = [earlier.selector, later.selector];
  if (!one || !other) return true;
  if (one.pseudoElement !== other.pseudoElement) return false;
  if (one.type && other.type && one.type !== other.type) return false;
  return compareSpecificity(one.specificity, other.specificity) === 0;
}

/** What browsers never take for a selector, whichever they know. */
const neverSelector = /[;}@!]|\/(?!\*)|^$/;

function listContenders(part: SheetPart, known?: readonly KnownSelector[]): Contender[] {
  if (part.kind === 'rubbish') return [];
  if (part.kind === 'declaration') {
    const property = toPropertyName(part.property);
    const selectors = known ?? [undefined];
    return selectors.map(selector => ({ property, important: part.important, selector }));
  }
  if (part.kind === 'at-rule') {
    return apart.test(part.name) ? [] : part.contents.flatMap(inner => listContenders(inner));
  }
  const bare = part.selector.replace(/\[[^\]]*\]|"[^"]*"|'[^']*'/g, '');
  if (neverSelector.test(bare)) return [];
  const isNested = part.contents.some(inner => inner.kind === 'rule' || inner.kind === 'at-rule');
  const selectors = isNested ? undefined : readSelectors(part.selector);
  return part.contents.flatMap(inner => listContenders(inner, selectors));
}

function withSemicolon(text: string, { start, end }: Span): Span {
  return { start, end: end + (/^\s*;/.exec(text.slice(end))?.[0].length ?? 0) };
}

/** Without these spans, each with its line where nothing else stands in it. */
function cut(text: string, spans: readonly Span[]): string {
  let left = '';
  let at = 0;
  for (const { start, end } of spans) {
    const before = text.slice(at, start);
    const isFirstOfLine = /\n\s*$/.test(before);
    left += isFirstOfLine ? before.trimEnd() : before;
    at = isFirstOfLine ? end : end + (/^[^\S\n]*/.exec(text.slice(end))?.[0].length ?? 0);
  }
  left += text.slice(at);
  return left.trim() === '' ? '' : left.trimStart();
}
