import type { Finding } from './finding';
import { type ListedRule, toLine } from './list-rules';

/** Variables that are used and declared nowhere: the declaration falls away, unless it names something instead. */
export function checkVariables(rules: readonly ListedRule[], text: string, declared: ReadonlySet<string>): Finding[] {
  const own = new Set(rules.flatMap(({ declarations }) => declarations.map(({ property }) => property)));
  const findings = new Map<string, Finding>();
  for (const { value, start } of rules.flatMap(({ declarations }) => declarations)) {
    for (const [, name = '', fallback] of value.matchAll(/var\(\s*(--[^\s,)]+)\s*(,)?/g)) {
      if (fallback !== undefined || own.has(name) || declared.has(name) || findings.has(name)) continue;
      const place = { tab: 'rules', ...toLine(text, start) } as const;
      findings.set(name, {
        key: `variableUndeclared ${name}`,
        kind: 'variableUndeclared',
        severity: 'fails',
        code: name,
        values: {},
        sights: [],
        place,
      });
    }
  }
  return [...findings.values()];
}
