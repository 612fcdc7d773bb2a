import type { Theme } from '#contract/theme';
import { compileTheme } from '#theming/compile-theme';
import type { FontFace } from '#theming/fonts-of';
import { readSheet } from '#theming/read-sheet';

/** A rule that the settings make. */
export interface SettingsRule {
  readonly name: string;
  readonly css: string;
}

export function compileSettings(theme: Theme, fontFaces: readonly FontFace[]): string {
  return compileTheme({ ...theme, rules: '' }, fontFaces);
}

export function listSettingsRules(css: string): SettingsRule[] {
  return readSheet(css).flatMap(part => {
    if (part.kind !== 'rule' && part.kind !== 'at-rule') return [];
    const name = part.kind === 'rule' ? part.selector : `@${part.name} ${part.prelude}`;
    return [{ name: name.trim().replace(/\s+/g, ' '), css: css.slice(part.start, part.end) }];
  });
}

/** With a rule at the end of those that there are. */
export function addRule(rules: string, css: string): string {
  const before = rules.trimEnd();
  return `${before}${before === '' ? '' : '\n\n'}${css}\n`;
}
