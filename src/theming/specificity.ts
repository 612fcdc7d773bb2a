import { type CssNode, parse, type Selector } from 'css-tree';

/** Ids, classes (with attributes and pseudo-classes), types (with pseudo-elements). */
export type Specificity = readonly [number, number, number];

/** One complex selector and what can be said of it without a document. */
export interface KnownSelector {
  readonly specificity: Specificity;
  /** The element's name that it ends in, where it names one. */
  readonly type: string | undefined;
  /** The pseudo-element that it ends in, where it ends in one. */
  readonly pseudoElement: string | undefined;
}

const legacyPseudoElements = ['before', 'after', 'first-line', 'first-letter'];
/** What stands in their brackets has no weight. */
const textual = ['lang', 'dir', 'state'];
const none: Specificity = [0, 0, 0];

/** Each selector of a list; undefined where it is none or holds what css-tree does not know. */
export function readSelectors(text: string): readonly KnownSelector[] | undefined {
  // css-tree lets a gap in the list pass, for which browsers drop the rule.
  if (/(^|,)(\s|\/\*([^*]|\*(?!\/))*\*\/)*(,|$)/.test(text)) return undefined;
  try {
    const list = parse(text, { context: 'selectorList', onParseError: fail });
    if (list.type !== 'SelectorList') return undefined;
    const selectors = list.children.toArray();
    return selectors.every(isSelector) ? selectors.map(describe) : undefined;
  } catch {
    return undefined;
  }
}

export function compareSpecificity(one: Specificity, other: Specificity): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

function fail(error: Error): never {
  throw error;
}

function isSelector(node: CssNode): node is Selector {
  return node.type === 'Selector';
}

function describe(selector: Selector): KnownSelector {
  const parts = selector.children.toArray();
  if (parts.length === 0 || parts.some(part => part.type === 'Raw')) throw new Error('No selector');
  const subject = parts.slice(parts.findLastIndex(part => part.type === 'Combinator') + 1);
  const type = subject.find(part => part.type === 'TypeSelector')?.name.toLowerCase();
  return {
    specificity: parts.map(weigh).reduce(add, none),
    type: type === '*' ? undefined : type,
    pseudoElement: subject.flatMap(part => (isPseudoElement(part) && 'name' in part ? String(part.name) : []))[0],
  };
}

function isPseudoElement(part: CssNode): boolean {
  if (part.type === 'PseudoElementSelector') return true;
  return part.type === 'PseudoClassSelector' && legacyPseudoElements.includes(part.name.toLowerCase());
}

function weigh(part: CssNode): Specificity {
  if (isPseudoElement(part)) return [0, 0, 1];
  switch (part.type) {
    case 'IdSelector':
      return [1, 0, 0];
    case 'ClassSelector':
    case 'AttributeSelector':
      return [0, 1, 0];
    case 'TypeSelector':
      return part.name === '*' || part.name.endsWith('|*') ? none : [0, 0, 1];
    case 'PseudoClassSelector':
      return weighPseudoClass(part.name.toLowerCase(), part.children?.toArray() ?? []);
    default:
      return none;
  }
}

function weighPseudoClass(name: string, children: readonly CssNode[]): Specificity {
  if (name === 'where') return none;
  if (!textual.includes(name) && children.some(child => child.type === 'Raw')) throw new Error(`Unknown :${name}()`);
  if (['is', 'not', 'has', 'matches', '-webkit-any', '-moz-any'].includes(name)) return heaviest(children);
  const nth = children.find(child => child.type === 'Nth');
  return add([0, 1, 0], nth?.selector ? heaviest([nth.selector]) : none);
}

function heaviest(lists: readonly CssNode[]): Specificity {
  const selectors = lists.flatMap(list => (list.type === 'SelectorList' ? list.children.toArray() : [list]));
  const weights = selectors.map(selector =>
    selector.type === 'Selector' ? selector.children.toArray().map(weigh).reduce(add, none) : none,
  );
  return weights.toSorted(compareSpecificity).at(-1) ?? none;
}

function add(one: Specificity, other: Specificity): Specificity {
  return [one[0] + other[0], one[1] + other[1], one[2] + other[2]];
}
