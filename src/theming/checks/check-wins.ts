import type { CascadeEntry } from './cascade';
import type { Finding } from './finding';
import { toLine } from './list-rules';

export interface Loss {
  readonly entry: CascadeEntry;
  /** What decides instead: another declaration, or the element's own style. */
  readonly to: CascadeEntry | 'inline';
}

/** Declarations of the rules that matched on some screen and decided nowhere. */
export function checkWins(lost: Iterable<Loss>, won: ReadonlySet<number>, text: string): Finding[] {
  return [...lost].flatMap(({ entry, to }): Finding[] => {
    const { declaration, rule } = entry;
    if (won.has(declaration.start)) return [];
    // Twice in one rule is how one writes a value for older browsers.
    if (to !== 'inline' && to.rule === rule) return [];
    const place = { tab: 'rules', ...toLine(text, declaration.start) } as const;
    const values =
      to === 'inline'
        ? { selector: rule.selectorText, winner: 'style=""', origin: 'inline' }
        : {
            selector: rule.selectorText,
            winner: `${to.selector.text} { ${to.declaration.property}: ${to.declaration.value}${to.declaration.important ? ' !important' : ''} }`,
            origin: to.rule.origin,
          };
    return [
      {
        key: `neverWins ${declaration.start}`,
        kind: 'neverWins',
        severity: 'note',
        code: `${declaration.property}: ${declaration.value}`,
        values,
        sights: [],
        place,
      },
    ];
  });
}
