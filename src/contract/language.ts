import { pageLanguages } from './page-languages';

/** ISO 639-1 codes; any of them can be asked of the SDK. */
export const isoLanguages =
  'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'.split(
    ' ',
  );

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
