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
  const parts = [look, ...(language === 'en' ? [] : [sayLanguage(inLanguage, language)])];
  return side === 'before' ? [...parts, t('stage.before')].join(', ') : parts.join(', ');
}

/** A language's name in another one; its code where the browser does not know it. */
export function sayLanguage(inLanguage: string, language: string): string {
  const name = new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'code' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(inLanguage) + name.slice(1);
}
