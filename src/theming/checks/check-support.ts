import type { Finding } from './finding';
import { type ListedDeclaration, type ListedRule, toLine } from './list-rules';
import { suggestWord } from './suggest';

export interface BrowserSupport {
  /** As `CSS.supports(property, value)`. */
  supports(property: string, value: string): boolean;
  /** Every property that the browser knows. */
  properties: readonly string[];
}

/** Declarations that the browser drops: a property it does not know, or a value that the property does not take. */
export function checkSupport(rules: readonly ListedRule[], text: string, browser: BrowserSupport): Finding[] {
  return rules.flatMap(rule => rule.declarations.flatMap(declaration => checkDeclaration(declaration, text, browser)));
}

function checkDeclaration(declaration: ListedDeclaration, text: string, browser: BrowserSupport): Finding[] {
  const { property, value, start } = declaration;
  const name = property.toLowerCase();
  // What is written for another browser does no harm.
  if (name.startsWith('--') || /^-(moz|ms|o)-/.test(name) || /^-(moz|ms|o)-|-(moz|ms|o)-/.test(value)) return [];
  if (browser.supports(property, value)) return [];
  const place = { tab: 'rules', ...toLine(text, start) } as const;
  const shared = { code: `${property}: ${value}`, sights: [], place } as const;
  if (browser.supports(property, 'inherit')) {
    const values = { property, value };
    return [{ ...shared, key: `unknownValue ${start}`, kind: 'unknownValue', severity: 'fails', values }];
  }
  const suggestion = suggestWord(name, browser.properties);
  return [
    {
      ...shared,
      key: `unknownProperty ${start}`,
      kind: 'unknownProperty',
      severity: 'fails',
      values: suggestion === undefined ? { property } : { property, suggestion },
      ...(suggestion === undefined ? {} : { fix: { kind: 'rules', start, was: property, value: suggestion } }),
    },
  ];
}
