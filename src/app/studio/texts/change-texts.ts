import type { Theme } from '#contract/theme';

/** Undefined, or nothing at all, goes back to the provider's text. */
export function setText(theme: Theme, language: string, path: string, text: string | undefined): Theme {
  const { [path]: _, ...others } = theme.texts[language] ?? {};
  const known = theme.texts[language] ?? {};
  const texts = text === undefined || text === '' ? others : { ...known, [path]: text };
  const { [language]: __, ...languages } = theme.texts;
  if (Object.keys(texts).length === 0) return { ...theme, texts: languages };
  return { ...theme, texts: { ...theme.texts, [language]: texts } };
}

/** Without the language's own texts. */
export function resetTexts(theme: Theme, language: string): Theme {
  const { [language]: _, ...languages } = theme.texts;
  return { ...theme, texts: languages };
}
