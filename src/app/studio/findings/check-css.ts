import type { Theme } from '#contract/theme';
import { checkDirection } from '#theming/checks/check-direction';
import { checkFonts } from '#theming/checks/check-fonts';
import { checkForcedColours } from '#theming/checks/check-forced-colours';
import { checkOutside } from '#theming/checks/check-outside';
import { checkSelectors } from '#theming/checks/check-selectors';
import { checkSupport } from '#theming/checks/check-support';
import { checkSyntax, withoutEchoes } from '#theming/checks/check-syntax';
import { checkVariables } from '#theming/checks/check-variables';
import type { Finding } from '#theming/checks/finding';
import type { ListedRule } from '#theming/checks/list-rules';
import { readBrowserSupport } from './browser-support';
import type { ScreenCopy } from './screen-copies';

/** The rules of a sheet by where they come from. */
export interface RulesByOrigin {
  stock: readonly ListedRule[];
  settings: readonly ListedRule[];
  rules: readonly ListedRule[];
}

/** What can be said of the designer's own rules without drawing them. */
export function checkCss(
  theme: Theme,
  { stock, settings, rules }: RulesByOrigin,
  copies: readonly ScreenCopy[],
): Finding[] {
  const text = theme.rules;
  const declared = new Set([...stock, ...settings].flatMap(rule => rule.declarations.map(({ property }) => property)));
  const looksAfter = listForced(stock);
  const faults = checkSyntax(text);
  const findings = [
    ...checkSelectors(rules, text, selector => isOnSomeScreen(selector, copies)),
    ...checkSupport(rules, text, readBrowserSupport(document)),
    ...checkVariables(rules, text, declared),
    ...checkOutside(text),
    ...checkFonts(rules, text, theme.fontFamily, ['Golos Text Variable']),
    ...checkDirection(rules, text),
    ...checkForcedColours(rules, text, selector => looksAfter.some(name => selector.includes(name))),
  ];
  return [...faults, ...withoutEchoes(faults, findings)];
}

function isOnSomeScreen(selector: string, copies: readonly ScreenCopy[]): boolean {
  try {
    return copies.some(({ document }) => document.querySelector(selector) !== null);
  } catch {
    return false;
  }
}

/** Classes of the parts that the provider's own sheet draws otherwise where colours are forced. */
function listForced(stock: readonly ListedRule[]): string[] {
  const forced = stock.filter(({ around }) => around.some(({ prelude }) => prelude.includes('forced-colors')));
  return forced.flatMap(({ selectorText }) => selectorText.match(/\.[\w-]+(?![\s\S]*\.[\w-])/g) ?? []);
}
