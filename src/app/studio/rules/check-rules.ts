import { checkDirection } from '#theming/checks/check-direction';
import { checkOutside } from '#theming/checks/check-outside';
import { checkSelectors } from '#theming/checks/check-selectors';
import { type BrowserSupport, checkSupport } from '#theming/checks/check-support';
import { checkSyntax, withoutEchoes } from '#theming/checks/check-syntax';
import type { Finding } from '#theming/checks/finding';
import { listRules } from '#theming/checks/list-rules';

/** What can be said of rules while they are written, without any screen. */
export function checkRules(text: string, browser: BrowserSupport): Finding[] {
  const rules = listRules(text, 'rules');
  const faults = checkSyntax(text);
  const findings = [
    ...checkSelectors(rules, text, () => true),
    ...checkSupport(rules, text, browser),
    ...checkOutside(text),
    ...checkDirection(rules, text),
  ];
  return [...faults, ...withoutEchoes(faults, findings)];
}
