import type { Scheme } from '#contract/theme';
import { type Declared, declareProvider, declareRule, findWinner, mediaHolds } from './declared';
import { holdScheme } from './hold-scheme';
import { findMatch, type Match, matchesInSomeState } from './match-selector';
import { listThemeRules, type ThemeRule } from './theme-sheet';

export interface InspectedDeclaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
  readonly fate: Fate;
}

/** `beaten`: all that it sets is set by stronger declarations. `unknown`: the browser does not take it. */
export type Fate =
  | { readonly is: 'wins' }
  | { readonly is: 'beaten'; readonly by: string; readonly of: 'theme' | 'provider' }
  | { readonly is: 'unknown' };

export interface InspectedRule extends Pick<ThemeRule, 'start' | 'media'> {
  /** The one of the list by which it applies. */
  readonly selector: string;
  readonly list: string;
  readonly pseudoElement: string | undefined;
  readonly declarations: readonly InspectedDeclaration[];
}

export interface Inspection {
  /** What applies, the last of the text first. */
  readonly now: readonly InspectedRule[];
  /** What would apply if the element were hovered, focused, pressed or disabled. */
  readonly inStates: readonly ThemeRule[];
}

/** Which rules of a text apply to an element, and which of their declarations win over the rest of the page. */
export function inspectElement(element: Element, css: string, scheme: Scheme): Inspection {
  const page = element.ownerDocument;
  const rules = listThemeRules(css).filter(({ media }) =>
    media.every(query => mediaHolds(page, holdScheme(query, scheme))),
  );
  const applied = rules.flatMap((rule, at) => {
    const match = findMatch(element, rule.selector);
    return match ? [{ rule, match, declared: declareRule(page, rule, match, at) }] : [];
  });
  const all = [...declareProvider(element), ...applied.flatMap(({ declared }) => declared)];
  const isApplied = new Set(applied.map(({ rule }) => rule));
  return {
    now: applied.map(({ rule, match, declared }) => judge(rule, match, declared, all)).reverse(),
    inStates: rules.filter(rule => !isApplied.has(rule) && matchesInSomeState(element, rule.selector)),
  };
}

function judge(
  { selector: list, start, media, declarations }: ThemeRule,
  { selector, pseudoElement }: Match,
  declared: readonly Declared[],
  all: readonly Declared[],
): InspectedRule {
  const rivals = all.filter(other => other.pseudoElement === pseudoElement);
  return {
    ...{ selector, list, start, media, pseudoElement },
    declarations: declarations.map(({ property, value, important }, index) => {
      const own = declared[index];
      return { property, value, important, fate: own ? toFate(own, rivals) : { is: 'unknown' } };
    }),
  };
}

function toFate(own: Declared, rivals: readonly Declared[]): Fate {
  const winners = own.longhands.map(longhand => findWinner(longhand, rivals));
  if (winners.includes(own)) return { is: 'wins' };
  const [by] = winners;
  return by ? { is: 'beaten', by: by.selector, of: by.of } : { is: 'unknown' };
}
