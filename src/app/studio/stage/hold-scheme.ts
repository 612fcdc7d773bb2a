import type { Scheme } from '#contract/theme';

const asked = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi;

/**
 * The text as a person sees it whose system is in that scheme, wherever the studio runs: a preview cannot be given a
 * system of its own, so what asks for it is answered in the text. Lines stay where they are.
 */
export function holdScheme(css: string, scheme: Scheme): string {
  return css.replace(asked, (_, name: string) => (name.toLowerCase() === scheme ? '(min-width: 0)' : '(max-width: 0)'));
}
