import type { StudioLanguage } from './studio-texts';

/** What the widget's selectors and variables are, which their catalogue says in English, in a language of the studio. */
export interface WidgetWords {
  readonly language: StudioLanguage;
  say(english: string): string;
}

export const englishWidgetWords: WidgetWords = { language: 'en', say: english => english };

const loaders = {
  ru: () => import('./widget/ru.json'),
  kk: () => import('./widget/kk.json'),
} as const;

/** Those of another language are loaded when somebody asks; where they do not come, English has to do. */
export async function loadWidgetWords(language: StudioLanguage): Promise<WidgetWords> {
  if (language === 'en') return englishWidgetWords;
  try {
    const words: Readonly<Record<string, string>> = (await loaders[language]()).default;
    return { language, say: english => words[english] ?? english };
  } catch {
    return englishWidgetWords;
  }
}
