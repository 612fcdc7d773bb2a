// A frame that nobody points at is never hovered or focused: its stylesheets are made to take an attribute for it.

const attribute = 'data-findings-forced';
const dynamic = /:(hover|active|focus-visible|focus-within|focus)(?![\w-])/g;

export type ForcedPseudo = 'hover' | 'active' | 'focus' | 'focus-visible' | 'focus-within';

/** As heavy as before: an attribute counts as much as a pseudo-class. */
export function toForcible(selector: string): string {
  return selector.replace(dynamic, (pseudo, name: string) => `:is(${pseudo}, [${attribute}~="${name}"])`);
}

export function makeForcible(sheet: CSSStyleSheet): void {
  for (const rule of listRules(sheet.cssRules)) {
    const forcible = toForcible(rule.selectorText);
    if (forcible !== rule.selectorText) rule.selectorText = forcible;
  }
}

function listRules(rules: CSSRuleList): CSSStyleRule[] {
  return [...rules].flatMap(rule => {
    const own = 'selectorText' in rule ? [rule as CSSStyleRule] : [];
    return 'cssRules' in rule ? [...own, ...listRules(rule.cssRules as CSSRuleList)] : own;
  });
}

/** Holds an element in a state while `look` looks at it. */
export function whileForced<T>(element: Element, state: 'hover' | 'pressed' | 'focus', look: () => T): T {
  const own = { hover: 'hover', pressed: 'hover active', focus: 'focus focus-visible focus-within' }[state];
  const around = { hover: 'hover', pressed: 'hover active', focus: 'focus-within' }[state];
  const ancestors: Element[] = [];
  for (let one = element.parentElement; one; one = one.parentElement) ancestors.push(one);
  element.setAttribute(attribute, own);
  for (const one of ancestors) one.setAttribute(attribute, around);
  const seen = look();
  for (const one of [element, ...ancestors]) one.removeAttribute(attribute);
  return seen;
}
