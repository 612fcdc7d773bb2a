import type { PropertyKind } from '#theming/elements';

/** How a property of an element is set: a colour field, one of a few words, or a value written as in CSS. */
export type ElementControl =
  | { kind: 'colour' }
  | { kind: 'words'; words: readonly string[] }
  | { kind: 'value'; example: string };

const controls: Readonly<Record<PropertyKind, ElementControl>> = {
  colour: { kind: 'colour' },
  weight: { kind: 'words', words: ['400', '500', '600', '700', '800'] },
  case: { kind: 'words', words: ['none', 'uppercase', 'lowercase', 'capitalize'] },
  alignment: { kind: 'words', words: ['start', 'center', 'end'] },
  decoration: { kind: 'words', words: ['none', 'underline'] },
  display: { kind: 'words', words: ['none', 'block', 'inline-block', 'flex'] },
  line: { kind: 'words', words: ['none', 'solid', 'dashed', 'dotted'] },
  image: { kind: 'value', example: 'none' },
  border: { kind: 'value', example: '1px solid #c9cac3' },
  length: { kind: 'value', example: '12px' },
  lengths: { kind: 'value', example: '8px 12px' },
  shadow: { kind: 'value', example: '0 2px 8px rgb(0 0 0 / 12%)' },
  number: { kind: 'value', example: '1.4' },
  movement: { kind: 'value', example: 'none' },
  fonts: { kind: 'value', example: "'Inter', sans-serif" },
};

export function controlOf(kind: PropertyKind): ElementControl {
  return controls[kind];
}
