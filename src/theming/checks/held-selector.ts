// A selector as it matches while an element is held in some states: what a pointer or the keyboard would bring about is
// replaced by what matches always, or never.

export type DynamicState = 'hover' | 'active' | 'focus' | 'focus-visible' | 'focus-within';

const dynamic = /:(hover|active|focus-visible|focus-within|focus)(?![\w-])/g;
const pseudoElement = /(::[\w-]+(\([^)]*\))?|:(before|after|first-line|first-letter)(?![\w-]))\s*$/;

export interface HeldSelector {
  /** Without its pseudo-element, which no element matches. */
  readonly selector: string;
  /** As `::before`, or empty. */
  readonly pseudoElement: string;
}

export function toHeld(selector: string, states: readonly string[]): HeldSelector {
  const [found = ''] = pseudoElement.exec(selector) ?? [];
  const bare = selector.slice(0, selector.length - found.length);
  const held = bare.replace(dynamic, (_, name: string) => (states.includes(name) ? ':is(*)' : ':not(*)'));
  const name = found.trim().replace(/^:(?!:)/, '::');
  return { selector: /^$|[\s>+~]$/.test(held) ? `${held}*` : held, pseudoElement: name };
}

/** The states that a selector asks for; not those that it excludes. */
export function statesOf(selector: string): DynamicState[] {
  const asked = selector.replace(/:not\([^()]*(\([^()]*\)[^()]*)*\)/g, '');
  const found = [...asked.matchAll(dynamic)].map(([, name]) => name as DynamicState);
  // What is pressed is pointed at, and what shows its focus has it.
  const implied = found.flatMap((name): DynamicState[] => {
    if (name === 'active') return ['active', 'hover'];
    return name === 'focus-visible' || name === 'focus' ? ['focus', 'focus-visible', 'focus-within'] : [name];
  });
  return [...new Set(implied)].sort();
}
