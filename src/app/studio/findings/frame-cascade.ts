import { type CascadeEntry, type CascadeRule, findWinner, isAlwaysBeside, toCascade } from '#theming/checks/cascade';
import { type DynamicState, statesOf, toHeld } from '#theming/checks/held-selector';
import type { ListedRule } from '#theming/checks/list-rules';
import { createExpander } from './property-longhands';
import { isDisabled } from './shown-text';

/** Which of a frame's rules decide, as its browser would have it. */
export interface FrameCascade {
  /** The declaration that decides over a property of an element itself; not what it inherits. */
  findDeciding(element: Element, property: string, states?: readonly DynamicState[]): CascadeEntry | undefined;
  /** Notes which declarations of the designer's rules decide over anything on the screen that is shown. */
  noteWins(record: WinRecord): void;
}

/** By the declaration's place in the rules. */
export interface WinRecord {
  won: Set<number>;
  lost: Map<number, { entry: CascadeEntry; to: CascadeEntry | 'inline' }>;
}

export function createFrameCascade(document: Document, rules: readonly ListedRule[]): FrameCascade {
  const window = document.defaultView as (Window & typeof globalThis) | null;
  if (!window) throw new Error('Only what is rendered has a cascade');
  const expand = createExpander(document);
  const cascade = toCascade(rules);
  const own = cascade.filter(({ rule }) => rule.origin === 'rules');
  const ownLonghands = new Set(
    own.flatMap(({ rule }) => rule.declarations.flatMap(one => [...expand(one.property, one.value)])),
  );
  const competing = cascade.filter(({ rule }) =>
    rule.declarations.some(one => expand(one.property, one.value).some(longhand => ownLonghands.has(longhand))),
  );
  const ownStates = [
    ...new Map(own.map(one => statesOf(one.selector.text)).map(states => [states.join(), states])).values(),
  ];

  const applies = ({ rule }: CascadeRule) =>
    rule.around.every(({ name, prelude }) =>
      name === 'media' ? window.matchMedia(prelude).matches : window.CSS.supports(prelude),
    );

  return {
    findDeciding(element, property, states = []) {
      const entries = cascade.flatMap(one => {
        if (one.pseudoElement !== '' || !sets(one, property) || !applies(one)) return [];
        return matches(element, toHeld(one.selector.text, states).selector) ? toEntries(one, property) : [];
      });
      return findWinner(entries);
    },
    noteWins({ won, lost }) {
      const active = competing.filter(applies);
      for (const states of ownStates) {
        const isAsked = (one: CascadeRule) => statesOf(one.selector.text).join() === states.join();
        const reached = new Map<Element, CascadeRule[]>();
        // Whoever points at what is disabled is shown nothing.
        for (const one of active.filter(({ rule }) => rule.origin === 'rules').filter(isAsked))
          for (const element of findAll(document, toHeld(one.selector.text, states).selector))
            if (states.length === 0 || !isDisabled(element)) push(reached, element, one);
        if (reached.size === 0) continue;
        const all = new Map<Element, CascadeRule[]>();
        for (const one of active)
          for (const element of findAll(document, toHeld(one.selector.text, states).selector))
            if (reached.has(element)) push(all, element, one);
        for (const [element, mine] of reached) judgeElement(element, mine, all.get(element) ?? [], won, lost);
      }
    },
  };

  function judgeElement(
    element: Element,
    mine: CascadeRule[],
    all: CascadeRule[],
    won: WinRecord['won'],
    lost: WinRecord['lost'],
  ) {
    const findRival = createRivals(all);
    for (const one of mine) {
      for (const [at, declaration] of one.rule.declarations.entries()) {
        if (won.has(declaration.start)) continue;
        const entry: CascadeEntry = { ...one, declaration, at };
        for (const longhand of expand(declaration.property, declaration.value)) {
          const winner = findRival(one, longhand);
          const inline = one.pseudoElement === '' ? readInline(element, longhand, declaration.important) : false;
          if (winner?.declaration === declaration && !inline) won.add(declaration.start);
          else if (winner) lost.set(declaration.start, { entry, to: inline ? 'inline' : winner });
        }
      }
    }
  }

  /** Of an element's rules the one that decides over a longhand, looked for once for all rules under the same conditions. */
  function createRivals(all: readonly CascadeRule[]) {
    const byLonghand = new Map<string, CascadeEntry[]>();
    for (const one of all)
      for (const [at, declaration] of one.rule.declarations.entries())
        for (const longhand of expand(declaration.property, declaration.value))
          push(byLonghand, `${one.pseudoElement} ${longhand}`, { ...one, declaration, at });
    const found = new Map<string, CascadeEntry | undefined>();
    return (one: CascadeRule, longhand: string) => {
      const place = `${one.pseudoElement} ${longhand}`;
      const key = [place, ...one.rule.around.map(({ prelude }) => prelude)].join('\n');
      if (!found.has(key))
        found.set(key, findWinner((byLonghand.get(place) ?? []).filter(rival => isAlwaysBeside(rival, one))));
      return found.get(key);
    };
  }

  function toEntries(one: CascadeRule, longhand: string): CascadeEntry[] {
    return one.rule.declarations.flatMap((declaration, at) =>
      expand(declaration.property, declaration.value).includes(longhand) ? [{ ...one, declaration, at }] : [],
    );
  }

  function sets({ rule }: CascadeRule, property: string): boolean {
    return rule.declarations.some(one => expand(one.property, one.value).includes(property));
  }
}

function readInline(element: Element, longhand: string, important: boolean): boolean {
  return !important && 'style' in element && (element as HTMLElement).style.getPropertyValue(longhand) !== '';
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false; // of another browser
  }
}

function findAll(document: Document, selector: string): Element[] {
  try {
    return [...document.querySelectorAll(selector)];
  } catch {
    return [];
  }
}
