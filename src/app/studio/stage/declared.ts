import { compareSpecificity } from '#theming/specificity';
import { toWritten } from './force-state';
import { findMatch, type Match } from './match-selector';
import type { ThemeRule } from './theme-sheet';

/** A declaration that applies to an element, with what decides whether it wins. */
export interface Declared extends Match {
  readonly of: 'theme' | 'provider';
  readonly important: boolean;
  readonly layered: boolean;
  /** Later is stronger. */
  readonly order: number;
  /** What it sets, piece by piece; nothing where the browser does not take it. */
  readonly longhands: readonly string[];
}

/** The declarations of a rule of the theme; the theme comes after all of the provider's. */
export function declareRule(page: Document, rule: ThemeRule, match: Match, at: number): Declared[] {
  return rule.declarations.map(({ property, value, important }, index) => ({
    ...match,
    of: 'theme',
    important,
    layered: rule.layered,
    order: themeFirst + at + index / rule.declarations.length,
    longhands: toLonghands(page, property, value),
  }));
}

const themeFirst = 1_000_000;

function toLonghands(page: Document, property: string, value: string): string[] {
  const { style } = page.createElement('i');
  style.setProperty(property, value);
  return [...style];
}

/** What the page's own rules declare on an element. */
export function declareProvider(element: Element): Declared[] {
  const page = element.ownerDocument;
  const own = [...page.styleSheets].filter(sheet => !isOurs(sheet.ownerNode));
  return own
    .flatMap(sheet => listStyleRules(page, sheet))
    .flatMap((rule, order): Declared[] => {
      const match = findMatch(element, rule.selectorText);
      if (!match) return [];
      const said = { ...match, selector: toWritten(match.selector), of: 'provider', layered: false, order } as const;
      const names = [...rule.style];
      const isImportant = (name: string) => rule.style.getPropertyPriority(name) === 'important';
      return [
        { ...said, important: false, longhands: names.filter(name => !isImportant(name)) },
        { ...said, important: true, longhands: names.filter(isImportant) },
      ];
    });
}

/** Written by the studio: the theme itself, and what holds states. */
function isOurs(node: Element | ProcessingInstruction | null): boolean {
  return node !== null && 'matches' in node && node.matches('[data-custom-css], [data-forced-rules]');
}

function listStyleRules(page: Document, { cssRules }: { cssRules: CSSRuleList }): CSSStyleRule[] {
  return [...cssRules].flatMap((rule): CSSStyleRule[] => {
    if ('selectorText' in rule) return [rule as CSSStyleRule];
    if (!('cssRules' in rule)) return [];
    const holds = !('media' in rule) || mediaHolds(page, (rule as CSSMediaRule).media.mediaText);
    return holds ? listStyleRules(page, rule as CSSGroupingRule) : [];
  });
}

export function mediaHolds(page: Document, query: string): boolean {
  return page.defaultView?.matchMedia(query).matches ?? false;
}

/** The strongest of those that set a longhand. */
export function findWinner(longhand: string, declared: readonly Declared[]): Declared | undefined {
  return declared.filter(({ longhands }) => longhands.includes(longhand)).toSorted(byStrength)[0];
}

/** The strongest first, as the cascade has it. */
function byStrength(one: Declared, other: Declared): number {
  const layers = Number(one.layered) - Number(other.layered);
  return (
    Number(other.important) - Number(one.important) ||
    (one.important ? -layers : layers) ||
    compareSpecificity(other.specificity, one.specificity) ||
    other.order - one.order
  );
}
