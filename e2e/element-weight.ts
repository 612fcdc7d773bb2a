import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate, parse, walk } from 'css-tree';
import { elementGroups } from '#theming/elements';
import { readSelectors } from '#theming/specificity';
import { toProbe } from './selector-probe';

/** One selector with what its rule sets, fit to be looked for on a page that nobody touches. */
export interface WeighedSelector {
  owner: string;
  elements: string;
  pseudoElement: string | null;
  /** Hovered and the like, which a page at rest has none of. */
  states: string[];
  weight: number;
  properties: string[];
}

export const themeSelectors: WeighedSelector[] = elementGroups.flatMap(({ elements }) =>
  elements.flatMap(({ id, selector, properties }) => weigh(id, selector, [...properties])),
);

const stockDirectory = join(import.meta.dirname, '../src/stand-in/stock');

export const stockSelectors: WeighedSelector[] = readdirSync(stockDirectory).flatMap(file => {
  const found: WeighedSelector[] = [];
  walk(parse(readFileSync(join(stockDirectory, file), 'utf8')), function (node) {
    if (node.type !== 'Rule' || this.atrule?.name === 'keyframes') return;
    if (this.atrule?.prelude && generate(this.atrule.prelude).includes('forced-colors')) return;
    const properties = node.block.children
      .toArray()
      .flatMap(part => (part.type === 'Declaration' ? part.property : []));
    const selector = generate(node.prelude);
    found.push(...weigh(selector, selector, properties));
  });
  return found;
});

function weigh(owner: string, list: string, properties: string[]): WeighedSelector[] {
  const parsed = parse(list, { context: 'selectorList' });
  const selectors = parsed.type === 'SelectorList' ? parsed.children.toArray().map(part => generate(part)) : [];
  return selectors.map(selector => {
    const [known] = readSelectors(selector) ?? [];
    if (!known) throw new Error(`Not a selector: ${selector}`);
    const states = selector.replace(/:not\([^)]*\)/g, '').match(/:(?:hover|active|focus[\w-]*)(?![\w-])/g) ?? [];
    const still = selector.replace(/:focus-(?:visible|within)(?![\w-])/g, ':focus');
    const { elements, pseudoElement } = toProbe(still);
    const [ids, classes, types] = known.specificity;
    const isWhole = elements.replace(/:where\(\)|:is\(\)/g, '');
    return {
      owner,
      elements: isWhole || '*',
      pseudoElement,
      states: states.map(state => state.replace(/-.*/, '')),
      weight: (ids * 1000 + classes) * 1000 + types,
      properties,
    };
  });
}

export interface Struggle {
  element: string;
  property: string;
  /** The stock rules that beat the element's own and every other element's that is drawn on the same place. */
  lostTo: string[];
  hasWon: boolean;
}

/** Runs in the page: on what each element of a theme is drawn, and which rules of the stock would overrule it there. */
export function findStruggles([ours, stock]: readonly [WeighedSelector[], WeighedSelector[]]): Struggle[] {
  const found = (selectors: WeighedSelector[]) => {
    const on = new Map<Element, WeighedSelector[]>();
    for (const selector of selectors) {
      for (const element of document.querySelectorAll(selector.elements)) {
        on.set(element, [...(on.get(element) ?? []), selector]);
      }
    }
    return on;
  };
  const sides = /^border-(?:top|right|bottom|left)$/;
  const sets = (rule: string, property: string) =>
    rule === property ||
    ((rule !== 'border' || property !== 'border-radius') &&
      (property.startsWith(`${rule}-`) || (sides.test(rule) && property === 'border-color')));
  const stockOn = found(stock);
  const struggles = new Map<string, { element: string; property: string; lostTo: string[]; hasWon: boolean }>();

  for (const [place, mine] of found(ours)) {
    for (const { owner, pseudoElement, states, properties } of mine) {
      const own = mine.filter(
        other => other.pseudoElement === pseudoElement && other.states.every(state => states.includes(state)),
      );
      for (const property of properties) {
        const weightOf = (rules: WeighedSelector[]) =>
          Math.max(-1, ...rules.filter(rule => rule.properties.includes(property)).map(rule => rule.weight));
        const against = (stockOn.get(place) ?? []).filter(
          rule =>
            rule.pseudoElement === pseudoElement &&
            rule.states.every(state => states.includes(state)) &&
            rule.properties.some(name => sets(name, property)),
        );
        const key = `${owner} ${property}`;
        const struggle = struggles.get(key) ?? { element: owner, property, lostTo: [], hasWon: false };
        struggles.set(key, struggle);
        const best = weightOf(own);
        const alone = weightOf(own.filter(other => other.owner === owner));
        struggle.hasWon ||= against.every(rule => rule.weight <= alone);
        struggle.lostTo.push(...against.filter(rule => rule.weight > best).map(rule => rule.owner));
      }
    }
  }
  return [...struggles.values()];
}
