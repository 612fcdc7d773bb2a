import type { Theme } from '#contract/theme';
import { checkDirection } from './check-direction';
import { checkForcedColours } from './check-forced-colours';
import { checkOutside } from './check-outside';
import { type IsOnSomeScreen, toStatic } from './check-selectors';
import { type BrowserSupport, checkSupport } from './check-support';
import { checkVariables } from './check-variables';
import type { Finding } from './finding';
import type { ListedRule } from './list-rules';
import { listOwnSettings, type OwnSetting, placeAtSettings } from './own-settings';

export interface SettingsSurroundings {
  browser: BrowserSupport;
  isOnSomeScreen: IsOnSomeScreen;
  /** Variables that rules or stock declare. */
  declared: ReadonlySet<string>;
  /** As `checkForcedColours` asks. */
  held: (selector: string) => boolean;
}

/** What is checked of rules, of the values of settings: those of elements, variables, colours and the mark. */
export function checkSettings(
  theme: Theme,
  settings: readonly ListedRule[],
  text: string,
  { browser, isOnSomeScreen, declared, held }: SettingsSurroundings,
): Finding[] {
  const own = listOwnSettings(theme, settings);
  const findings = [
    ...checkSupport(settings, text, browser),
    ...checkVariables(settings, text, declared),
    ...checkOutside(text),
    ...checkDirection(settings, text),
    ...checkForcedColours(settings, text, held),
  ];
  return [...checkElements(own, isOnSomeScreen), ...placeAtSettings(findings, text, own)];
}

/** Elements that are set and that no screen has. */
function checkElements(own: readonly OwnSetting[], isOnSomeScreen: IsOnSomeScreen): Finding[] {
  const byElement = new Map(
    own.flatMap(({ rule, place }) => (place.tab === 'elements' ? [[place.element, rule] as const] : [])),
  );
  return [...byElement].flatMap(([element, { selectors = [], selectorText }]): Finding[] => {
    if (selectors.some(({ text }) => isOnSomeScreen(toStatic(text)))) return [];
    return [
      {
        key: `settings selectorNoMatch ${element}`,
        kind: 'selectorNoMatch',
        severity: 'noMatch',
        code: selectorText,
        values: {},
        sights: [],
        place: { tab: 'elements', element },
      },
    ];
  });
}
