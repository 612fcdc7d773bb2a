import type { Finding } from './finding';
import { type ListedRule, toLine } from './list-rules';

const states =
  /\.(active|success|reject|pending|process|isActive|warn|open|filled)(?![\w-])|:checked|:disabled|\.disabled/;
const takenAway = /^(background|box-shadow|text-shadow|accent-color)/;
/** A border has its width and its style still. */
const kept = /^(border|outline|text-decoration|font|content|opacity|transform|display|width|height|list-style)/;

/**
 * Those who force their own colours lose backgrounds and shadows: states that differ in nothing else, and rules that
 * switch the forcing off. `held` says of which parts the provider's own sheet takes care then.
 */
export function checkForcedColours(
  rules: readonly ListedRule[],
  text: string,
  held: (selector: string) => boolean,
): Finding[] {
  return rules.flatMap(rule => {
    const { declarations, selectorText, start, around } = rule;
    if (around.some(({ prelude }) => prelude.includes('forced-colors'))) return [];
    const off = declarations.filter(({ property, value }) => property === 'forced-color-adjust' && value !== 'auto');
    const found = off.map((one): Finding => {
      const place = { tab: 'rules', ...toLine(text, one.start) } as const;
      return {
        key: `forcedAdjustOff ${one.start}`,
        kind: 'forcedAdjustOff',
        severity: 'fails',
        code: selectorText,
        values: {},
        sights: [],
        place,
      };
    });
    const names = declarations.map(({ property }) => property.toLowerCase());
    const isLost = names.some(name => takenAway.test(name)) && !names.some(name => kept.test(name));
    if (!isLost || !states.test(selectorText) || held(selectorText)) return found;
    const place = { tab: 'rules', ...toLine(text, start) } as const;
    return [
      ...found,
      {
        key: `forcedMeaning ${start}`,
        kind: 'forcedMeaning',
        severity: 'note',
        code: selectorText,
        values: {},
        sights: [],
        place,
      },
    ];
  });
}
