import { pageLanguages } from './page-languages';

/** Of each first letter from a to z the second ones: written out, the codes weigh twice as much on the start page. */
const secondLetters =
  'abefkmnrsvyz aeghimnors aehorsuvy aevz elnostu afijory adlnuv aeiortuyz adegikostu av agijklmnorsuvwy abginotuv ghiklnrsty abdeglnorvy cjmrs ailst u mnouw acdegiklmnoqrstuvw aeghiklnorstwy gkrz eio ao h io ahu';

/** ISO 639-1 codes; any of them can be asked of the SDK. */
export const isoLanguages = secondLetters
  .split(' ')
  .flatMap((seconds, first) => [...seconds].map(second => String.fromCharCode(97 + first) + second));

/** Languages that the page lacks, by the one that most who speak them read rather than English. */
const readers: Readonly<Record<string, string>> = {
  ru: 'ab av ba be ce cv kv os tg tk tt',
  es: 'ay ca eu gl gn qu',
  fr: 'br co ht oc wa wo',
  de: 'lb rm',
  id: 'jv ms su',
  fa: 'ps',
  tr: 'az',
};

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export function toDirection(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/**
 * The ISO 639-1 code inside a language tag (`kk-KZ`, `pt_BR`, `zh-Hant-TW`), also of an older or three-letter code
 * (`iw`, `kaz`); undefined when there is none. Region and script are dropped: IDnGO promises the code alone.
 */
export function readLanguage(tag: string | null | undefined): string | undefined {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
  if (!primary || !/^[a-z]{2,3}$/.test(primary)) return undefined;
  const language = isoLanguages.includes(primary) ? primary : new Intl.Locale(primary).language;
  const named = { fil: 'tl', nb: 'no', nn: 'no' }[language] ?? language;
  return isoLanguages.includes(named) ? named : undefined;
}

export interface LanguageWishes {
  /** What this person asked for on purpose, the latest first. */
  chosen: readonly (string | null | undefined)[];
  /** What their browser says, the most wanted first. */
  browser: readonly string[];
  /** The page's languages, where an operator has added some. */
  pages?: readonly string[];
}

export interface NegotiatedLanguage {
  /** Any ISO 639-1 code, for the SDK. */
  asked: string;
  page: string;
}

/**
 * The first readable wish goes to the SDK. The page speaks it, or else another wish that it can, or else a language that
 * people who wish for it read, or else English. A browser’s English counts only as the last: most add it by themselves.
 */
export function negotiateLanguage({ chosen, browser, pages = pageLanguages }: LanguageWishes): NegotiatedLanguage {
  const wishes = chosen.flatMap(tag => readLanguage(tag) ?? []);
  const others = browser.flatMap(tag => readLanguage(tag) ?? []);
  const asked = wishes[0] ?? others[0] ?? 'en';
  const [read] = Object.entries(readers).find(([, codes]) => codes.split(' ').includes(asked)) ?? [];
  const page = [asked, ...wishes, ...others.filter(code => code !== 'en'), read].find(
    code => code !== undefined && pages.includes(code),
  );
  return { asked, page: page ?? 'en' };
}
