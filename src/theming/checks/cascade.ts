import { compareSpecificity } from '../specificity';
import { toHeld } from './held-selector';
import type { ListedDeclaration, ListedRule, ListedSelector } from './list-rules';

/** One selector of one rule, in the order of the cascade. */
export interface CascadeRule {
  readonly rule: ListedRule;
  readonly selector: ListedSelector;
  readonly order: number;
  readonly pseudoElement: string;
}

export interface CascadeEntry extends CascadeRule {
  readonly declaration: ListedDeclaration;
  /** Its place among the declarations of its rule. */
  readonly at: number;
}

/** Rules whose place cannot be told without more of CSS than is read here: in layers, containers and scopes. */
export function isPlain({ around }: ListedRule): boolean {
  return around.every(({ name }) => name === 'media' || name === 'supports');
}

export function toCascade(rules: readonly ListedRule[]): CascadeRule[] {
  return rules.flatMap((rule, order) => {
    if (!rule.selectors || !isPlain(rule)) return [];
    return rule.selectors.map(selector => {
      const { pseudoElement } = toHeld(selector.text, []);
      return { rule, selector, order, pseudoElement };
    });
  });
}

/** Above zero where the first wins over the second. */
export function compareEntries(one: CascadeEntry, other: CascadeEntry): number {
  const important = Number(one.declaration.important) - Number(other.declaration.important);
  const specificity = compareSpecificity(one.selector.specificity, other.selector.specificity);
  return important || specificity || one.order - other.order || one.at - other.at;
}

export function findWinner(entries: readonly CascadeEntry[]): CascadeEntry | undefined {
  return entries.reduce<CascadeEntry | undefined>(
    (best, one) => (best && compareEntries(best, one) > 0 ? best : one),
    undefined,
  );
}

/** Whether one always stands where the other does: what depends on the person's system, and not on the width, may not. */
export function isAlwaysBeside({ rule }: CascadeRule, other: CascadeRule): boolean {
  const isGiven = (prelude: string) =>
    !/prefers-|forced-colors|hover|pointer|orientation|print/.test(prelude) ||
    other.rule.around.some(one => one.prelude === prelude);
  return rule.around.every(({ name, prelude }) => name !== 'media' || isGiven(prelude));
}
