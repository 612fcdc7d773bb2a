import { lexer } from 'css-tree';
import { type Contender, contends, isNoSelector, listContenders, toPropertyName } from './cascade-contest';
import { isDeclarationValue } from './declaration-value';
import { readSheet, type SheetDeclaration, type SheetPart, type SheetRule, type Span } from './read-sheet';
import { readSelectors } from './specificity';

/** An element as far as lifting needs to know it; see `elements.ts`. */
export interface LiftTarget {
  readonly id: string;
  readonly selector: string;
  readonly properties: readonly string[];
}

export interface Lifted extends Span {
  readonly kind: 'variable' | 'element';
  /** Of a variable `:root`, else the element's id. */
  readonly element: string;
  readonly property: string;
  readonly value: string;
}

/**
 * Why something stays CSS: browsers skip it; it ends where the text does, and browsers close it there; it holds under a condition or reaches outside; its selector is no element's
 * own; it has `!important` or a value, or a property, that no setting has; it is no variable of the widget; or settings,
 * which come first, would lose to what stands before it.
 */
export type WhyKept = 'broken' | 'unclosed' | 'condition' | 'selector' | 'value' | 'property' | 'variable' | 'order';

export interface Kept extends Span {
  readonly why: WhyKept;
}

export interface LiftedSheet {
  readonly lifted: readonly Lifted[];
  readonly kept: readonly Kept[];
  /** The sheet without what was lifted, otherwise word for word. */
  readonly rules: string;
}

const root = ':root';
const longestValue = 2000;
/** Browsers take it for a letter of the first selector. */
const byteOrderMark = '\uFEFF';

/**
 * Takes declarations out of a stylesheet that settings can stand for. Settings are written before everything that is kept,
 * so a declaration is lifted only where that cannot change what wins: its rule's selector is an element's own (or `:root`
 * for a variable of the widget), the value is one that browsers take, and nothing earlier that is kept, or that is written
 * later than its element's rule, has the same weight and may set the same thing on the same element. Whatever else there
 * is, faults included, stays as it is.
 */
export function liftRules(text: string, targets: readonly LiftTarget[], variables: readonly string[]): LiftedSheet {
  const parts = readSheet(text);
  const from = text.startsWith(byteOrderMark) ? Number.POSITIVE_INFINITY : findLiftableStart(parts);
  const targetOf = new Map(targets.map(target => [toComparable(target.selector), target]));
  targetOf.set(root, { id: root, selector: root, properties: variables });

  const lifted: Lifted[] = [];
  const kept: Kept[] = [];
  const removed: Span[] = [];
  const rivals: Contender[] = [];
  const settled: { contender: Contender; order: number }[] = [];
  const orders = new Map<string, number>([[root, 0]]);
  const taken = new Map<string, Set<string>>();

  for (const part of parts) {
    const target = part.kind === 'rule' ? targetOf.get(toComparable(part.selector)) : undefined;
    const selectors = part.kind === 'rule' ? readSelectors(part.selector) : undefined;
    if (part.kind !== 'rule' || !target || !selectors || part.start < from || !isPlain(text, part)) {
      rivals.push(...listContenders(part));
      kept.push({ start: part.start, end: part.end, why: tellWhy(part, target !== undefined) });
      continue;
    }
    const order = orders.get(target.id) ?? orders.size;
    const cuts: Span[] = [];
    for (const declaration of part.contents) {
      if (declaration.kind !== 'declaration') {
        kept.push({ start: declaration.start, end: declaration.end, why: 'broken' });
        continue;
      }
      const { value, important, start, end } = declaration;
      const property = toPropertyName(declaration.property);
      const contenders = selectors.map((selector): Contender => ({ property, important, selector }));
      const isOutranked = () =>
        taken.get(target.id)?.has(property) ||
        contenders.some(
          contender =>
            rivals.some(rival => contends(rival, contender)) ||
            settled.some(earlier => earlier.order > order && contends(earlier.contender, contender)),
        );
      const why = tellWhyHeld(text, declaration, target, isOutranked);
      if (why) {
        kept.push({ start, end, why });
        rivals.push(...contenders);
        continue;
      }
      orders.set(target.id, order);
      taken.set(target.id, (taken.get(target.id) ?? new Set()).add(property));
      settled.push(...contenders.map(contender => ({ contender, order })));
      lifted.push({
        kind: target.id === root ? 'variable' : 'element',
        element: target.id,
        property,
        value,
        start,
        end,
      });
      cuts.push(withSemicolon(text, declaration));
    }
    const isEmptied = cuts.length > 0 && cuts.length === part.contents.length && !hasComment(text, part);
    removed.push(...(isEmptied ? [part] : cuts));
  }
  return { lifted, kept, rules: removed.length === 0 ? text : cut(text, removed) };
}

/**
 * An `@import` has to stand before all valid rules, and what stands before it must not become less or more: from where
 * lifting is free of such questions; past the end where it never is.
 */
function findLiftableStart(parts: readonly SheetPart[]): number {
  const first = parts.findIndex(part => !(part.kind === 'at-rule' && isLeading(part.name, part.block)));
  const late = parts.filter((part, at) => at > first && part.kind === 'at-rule' && needsLead(part.name));
  if (first === -1 || late.length === 0) return 0;
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

function isPlain(text: string, rule: SheetRule): boolean {
  const isNested = rule.contents.some(part => part.kind === 'rule' || part.kind === 'at-rule');
  return rule.closed && !isNested && !text.slice(rule.start, rule.block.start).includes('/*');
}

function tellWhy(part: SheetPart, isElement: boolean): WhyKept {
  if (part.kind !== 'at-rule' && (part.kind !== 'rule' || isNoSelector(part.selector))) return 'broken';
  if (!part.closed) return 'unclosed';
  if (part.kind === 'at-rule') return 'condition';
  return isElement ? 'order' : 'selector';
}

function tellWhyHeld(
  text: string,
  declaration: SheetDeclaration,
  target: LiftTarget,
  isOutranked: () => boolean,
): WhyKept | undefined {
  const { property, value, important } = declaration;
  if (!target.properties.includes(toPropertyName(property))) return target.id === root ? 'variable' : 'property';
  if (important || value.length > longestValue || hasComment(text, declaration)) return 'value';
  if (!isDeclarationValue(value) || !isValid(property, value)) return 'value';
  return isOutranked() ? 'order' : undefined;
}

function isValid(property: string, value: string): boolean {
  const { error } = property.startsWith('--')
    ? lexer.match('<color>', value)
    : lexer.matchProperty(property.toLowerCase(), value);
  return error === null;
}

function hasComment(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).includes('/*');
}

/** Of the same text in any spelling of blanks, quotes and colons, and of nothing else. */
function toComparable(selector: string): string {
  return selector
    .replace(/\s+/g, ' ')
    .replace(/ ?([>+~,]) ?/g, '$1')
    .replace(/::(before|after)(?=,|$)/g, ':$1')
    .replace(/=["']([a-z]+)["']\]/g, '=$1]');
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
