import type { Theme } from '#contract/theme';
import { checkDirection } from '#theming/checks/check-direction';
import { checkFonts, listFonts } from '#theming/checks/check-fonts';
import { checkForcedColours } from '#theming/checks/check-forced-colours';
import { checkOutside } from '#theming/checks/check-outside';
import { checkSelectors } from '#theming/checks/check-selectors';
import { checkSettings } from '#theming/checks/check-settings';
import { checkSupport } from '#theming/checks/check-support';
import { checkSyntax, withoutEchoes } from '#theming/checks/check-syntax';
import { checkVariables } from '#theming/checks/check-variables';
import type { Finding } from '#theming/checks/finding';
import { type ListedRule, toLine } from '#theming/checks/list-rules';
import { listOwnSettings } from '#theming/checks/own-settings';
import { readBrowserSupport } from './browser-support';
import type { ScreenCopy } from './screen-copies';

/** The rules of a sheet by where they come from. */
export interface RulesByOrigin {
  stock: readonly ListedRule[];
  settings: readonly ListedRule[];
  /** What `settings` stand in. */
  settingsText: string;
  rules: readonly ListedRule[];
}

/** What can be said of a theme's CSS without drawing it. */
export function checkCss(theme: Theme, sheet: RulesByOrigin, copies: readonly ScreenCopy[]): Finding[] {
  const { stock, settings, settingsText, rules } = sheet;
  const text = theme.rules;
  const browser = readBrowserSupport(document);
  const looksAfter = listForced(stock);
  const held = (selector: string) => looksAfter.some(name => selector.includes(name));
  const isFound = (selector: string) => isOnSomeScreen(selector, copies);
  const faults = checkSyntax(text);
  const findings = [
    ...checkSelectors(rules, text, isFound),
    ...checkSupport(rules, text, browser),
    ...checkVariables(rules, text, declaredIn(stock, settings)),
    ...checkOutside(text),
    ...checkFonts(listAllFonts(theme, sheet), text, ['Golos Text Variable']),
    ...checkDirection(rules, text),
    ...checkForcedColours(rules, text, held),
  ];
  const ofSettings = checkSettings(theme, settings, settingsText, {
    browser,
    isOnSomeScreen: isFound,
    declared: declaredIn(stock, rules),
    held,
  });
  return [...faults, ...withoutEchoes(faults, findings), ...ofSettings];
}

function declaredIn(...sheets: readonly (readonly ListedRule[])[]): Set<string> {
  return new Set(sheets.flat().flatMap(rule => rule.declarations.map(({ property }) => property)));
}

function listAllFonts(theme: Theme, { settings, rules }: RulesByOrigin) {
  const { fontFamily, rules: text } = theme;
  const seed = { tab: 'seeds', control: 'fontFamily' } as const;
  const ofElements = listOwnSettings(theme, settings).filter(
    ({ declaration }) => declaration.property === 'font-family',
  );
  return [
    ...(fontFamily === undefined ? [] : [{ list: fontFamily, place: seed }]),
    ...ofElements.map(({ declaration, place }) => ({ list: declaration.value, place })),
    ...listFonts(rules, start => ({ tab: 'rules', ...toLine(text, start) })),
  ];
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
