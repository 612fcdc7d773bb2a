import type { Finding } from './finding';
import { type ListedDeclaration, type ListedRule, toLine } from './list-rules';

/** What stays on its side when a page runs from right to left, and what turns with it. */
const turning: Readonly<Record<string, string>> = {
  left: 'inset-inline-start',
  right: 'inset-inline-end',
  'margin-left': 'margin-inline-start',
  'margin-right': 'margin-inline-end',
  'padding-left': 'padding-inline-start',
  'padding-right': 'padding-inline-end',
  'border-left': 'border-inline-start',
  'border-right': 'border-inline-end',
  'border-left-color': 'border-inline-start-color',
  'border-right-color': 'border-inline-end-color',
  'border-left-width': 'border-inline-start-width',
  'border-right-width': 'border-inline-end-width',
  'border-left-style': 'border-inline-start-style',
  'border-right-style': 'border-inline-end-style',
  'border-top-left-radius': 'border-start-start-radius',
  'border-top-right-radius': 'border-start-end-radius',
  'border-bottom-left-radius': 'border-end-start-radius',
  'border-bottom-right-radius': 'border-end-end-radius',
};
const sided: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'text-align': { left: 'start', right: 'end' },
  float: { left: 'inline-start', right: 'inline-end' },
  clear: { left: 'inline-start', right: 'inline-end' },
};

/** Declarations that would stand on the wrong side in Arabic or Hebrew. */
export function checkDirection(rules: readonly ListedRule[], text: string): Finding[] {
  return rules.flatMap(rule => {
    if (/\[dir|:dir\(|:lang\(/.test(rule.selectorText)) return [];
    return rule.declarations.filter(one => !isBalanced(one, rule)).flatMap(one => checkDeclaration(one, text));
  });
}

/** The same on both sides. */
function isBalanced({ property, value }: ListedDeclaration, { declarations }: ListedRule): boolean {
  const name = property.toLowerCase();
  const other = name.includes('left') ? name.replace('left', 'right') : name.replace('right', 'left');
  if (name !== other && declarations.some(one => one.property.toLowerCase() === other && one.value === value))
    return true;
  // The middle, from whichever side.
  return (name === 'left' || name === 'right') && /^(50%|auto|inherit|initial|unset)$/.test(value);
}

function checkDeclaration({ property, value, start, valueStart }: ListedDeclaration, text: string): Finding[] {
  const name = property.toLowerCase();
  const side = sided[name]?.[value.toLowerCase()];
  const replacement = side === undefined ? turning[name] : side;
  if (replacement === undefined) return [];
  const logical = side === undefined ? `${replacement}: ${value}` : `${property}: ${side}`;
  return [
    {
      key: `physicalProperty ${start}`,
      kind: 'physicalProperty',
      severity: 'note',
      code: `${property}: ${value}`,
      values: { logical },
      sights: [],
      place: { tab: 'rules', ...toLine(text, start) },
      fix:
        side === undefined
          ? { kind: 'rules', start, was: property, value: replacement }
          : { kind: 'rules', start: valueStart, was: value, value: side },
    },
  ];
}
