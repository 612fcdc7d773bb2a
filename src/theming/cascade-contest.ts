import { mayOverlap } from './property-family';
import type { SheetPart } from './read-sheet';
import { compareSpecificity, type KnownSelector, readSelectors } from './specificity';

/** A declaration that can win over another; without a selector its weight is unknown. */
export interface Contender {
  readonly property: string;
  readonly important: boolean;
  readonly selector: KnownSelector | undefined;
}

/** Whether nothing but their order may decide between the two, on some element of some page. */
export function contends(one: Contender, other: Contender): boolean {
  if (one.important !== other.important || !mayOverlap(one.property, other.property)) return false;
  const [a, b] = [one.selector, other.selector];
  if (!a || !b) return true;
  if (a.pseudoElement !== b.pseudoElement) return false;
  if (a.type && b.type && a.type !== b.type) return false;
  return compareSpecificity(a.specificity, b.specificity) === 0;
}

/** What stands in them sets nothing on an element. */
const apart = /^(font-face|page|property|counter-style|font-|(-[a-z]+-)?keyframes|view-transition)/;

/** Everything that a part of a sheet may set, at whatever condition. */
export function listContenders(part: SheetPart, selectors?: readonly KnownSelector[]): Contender[] {
  switch (part.kind) {
    case 'rubbish':
      return [];
    case 'declaration': {
      const property = toPropertyName(part.property);
      return (selectors ?? [undefined]).map(selector => ({ property, important: part.important, selector }));
    }
    case 'at-rule':
      return apart.test(part.name) ? [] : part.contents.flatMap(inner => listContenders(inner));
    case 'rule': {
      if (isNoSelector(part.selector)) return [];
      const isNested = part.contents.some(inner => inner.kind === 'rule' || inner.kind === 'at-rule');
      const known = isNested ? undefined : readSelectors(part.selector);
      return part.contents.flatMap(inner => listContenders(inner, known));
    }
  }
}

/** For certain: browsers drop the rule, whichever selectors they know. */
export function isNoSelector(selector: string): boolean {
  const bare = selector.replace(/\[[^\]]*\]|"[^"]*"|'[^']*'|\/\*[\s\S]*?\*\//g, '');
  return bare.trim() === '' || /[;}@!/]/.test(bare);
}

export function toPropertyName(property: string): string {
  return property.startsWith('--') ? property : property.toLowerCase();
}
