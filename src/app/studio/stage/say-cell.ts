import type { PreviewGroup, PreviewName } from '#stand-in/preview-names';
import type { StudioTranslate } from '../i18n/studio-texts';
import type { Cell } from './list-cells';

export function sayScreen(t: StudioTranslate, screen: PreviewName): string {
  return t(`stage.screen.${screen}`);
}

export function sayGroup(t: StudioTranslate, group: PreviewGroup): string {
  return t(`stage.group.${group}`);
}

/** Of which width, scheme and language a cell is: `360`, `360 dark`, `768 dark, Arabic`. */
export function sayCell(t: StudioTranslate, inLanguage: string, { width, scheme, language, side }: Cell): string {
  const look = scheme === 'dark' ? `${width} ${t('stage.scheme.darkSmall')}` : String(width);
  const parts = [look, ...(language === 'en' ? [] : [sayLanguage(t, inLanguage, language)])];
  return side === 'before' ? [...parts, t('stage.before')].join(', ') : parts.join(', ');
}

const named = ['en', 'ru', 'kk', 'ar'] as const;

/** A language's name in the studio's language; in its own where the browser does not know that, or its code. */
export function sayLanguage(t: StudioTranslate, inLanguage: string, language: string): string {
  const known = named.find(code => code === language);
  if (known) return t(`stage.language.${known}`);
  const nameIn = (other: string) => new Intl.DisplayNames([other], { type: 'language', fallback: 'none' }).of(language);
  const name = (isSpoken(inLanguage) ? nameIn(inLanguage) : undefined) ?? nameIn(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(inLanguage) + name.slice(1);
}

/** Browsers carry the names of languages in the larger ones only, and give others in that of the system. */
function isSpoken(language: string): boolean {
  return Intl.DisplayNames.supportedLocalesOf([language]).length > 0;
}
