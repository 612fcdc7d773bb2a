import { isoLanguages, readLanguage } from '#contract/language';
import { findPageLanguage } from '#contract/page-languages';

export interface ListedLanguage {
  code: string;
  /** In itself, as far as it is known. */
  name: string;
}

export interface LanguageGroups {
  /** The page is written in them. */
  pages: ListedLanguage[];
  /** Only the check may be. */
  others: ListedLanguage[];
}

/** Names that Chromium lacks or gives in English. */
const ownNames = new Map(
  `
as অসমীয়া|ba Башҡортса|be Беларуская|bm Bamanankan|bo བོད་སྐད་|br Brezhoneg|ce Нохчийн|cv Чӑвашла|
cy Cymraeg|dv ދިވެހި|dz རྫོང་ཁ|ee Eʋegbe|eo Esperanto|eu Euskara|ff Pulaar|fo Føroyskt|fy Frysk|
ga Gaeilge|gd Gàidhlig|gl Galego|gn Avañe’ẽ|gv Gaelg|ha Hausa|ht Kreyòl ayisyen|hy Հայերեն|ia Interlingua|
ie Interlingue|ig Igbo|ii ꆈꌠꉙ|is Íslenska|jv Jawa|ka ქართული|ki Gikuyu|kl Kalaallisut|km ខ្មែរ|ks کٲشُر|
ku Kurdî|kw Kernewek|ky Кыргызча|lb Lëtzebuergesch|lg Luganda|ln Lingála|lo ລາວ|lu Tshiluba|mg Malagasy|
mi Māori|mk Македонски|mn Монгол|mt Malti|my မြန်မာ|nd isiNdebele|ne नेपाली|oc Occitan|om Oromoo|or ଓଡ଼ିଆ|
os Ирон|ps پښتو|qu Runasimi|rm Rumantsch|rn Ikirundi|rw Ikinyarwanda|sa संस्कृतम्|sc Sardu|
se Davvisámegiella|sg Sängö|si සිංහල|sm Gagana Sāmoa|sn chiShona|so Soomaali|sq Shqip|st Sesotho|
su Basa Sunda|tg Тоҷикӣ|ti ትግርኛ|tk Türkmençe|tn Setswana|to Lea fakatonga|tt Татарча|tw Twi|ug ئۇيغۇرچە|
uz Oʻzbekcha|wo Wolof|xh isiXhosa|yi ייִדיש|yo Yorùbá|za Vahcuengh|zu isiZulu
`
    .split('|')
    .map(entry => [entry.trim().slice(0, 2), entry.trim().slice(3)] as const),
);

/** A language's name in itself, else in English, else its code: as far as the browser knows it. */
export function toOwnName(language: string): string {
  const known = findPageLanguage(language)?.name ?? ownNames.get(language);
  if (known) return known;
  const name = readName(language, language) ?? readName(language, 'en') ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

function readName(language: string, locale: string): string | undefined {
  return new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(language);
}

/**
 * Every ISO 639-1 language, the page's own in the order of `pages`, the others by the alphabet; those without a name come
 * last, by their code. Costs some milliseconds.
 */
export function listLanguages(pages: readonly string[]): LanguageGroups {
  const others = isoLanguages
    .filter(code => !pages.includes(code))
    .map(code => ({ code, name: toOwnName(code) }))
    .sort((a, b) => Number(isNameless(a)) - Number(isNameless(b)) || a.name.localeCompare(b.name));
  return { pages: pages.map(code => ({ code, name: toOwnName(code) })), others: tellApart(others) };
}

function isNameless({ code, name }: ListedLanguage): boolean {
  return name.toLowerCase() === code;
}

/** Browsers give some languages one name, such as Akan and Twi. */
function tellApart(languages: ListedLanguage[]): ListedLanguage[] {
  return languages.map(({ code, name }) => {
    const isShared = languages.some(other => other.code !== code && other.name === name);
    return { code, name: isShared ? `${name} (${code})` : name };
  });
}

/**
 * Whether somebody who types `query` may mean the language: by the beginning of its name in itself, in English, in
 * Russian or in the language of the page, or by its code of two or three letters.
 */
export function matchesLanguage({ code, name }: ListedLanguage, query: string, page: string): boolean {
  const typed = fold(query);
  if (typed === '' || typed === code || (typed.length === 3 && readLanguage(typed) === code)) return true;
  const names = [name, ...['en', 'ru', page].map(locale => readName(code, locale) ?? '')].map(fold);
  // Other scripts do not space their words, or join an article to them.
  const isSpaced = /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(typed);
  return names.some(text => (isSpaced ? ` ${text}`.includes(` ${typed}`) : text.includes(typed)));
}

/** Without capitals, accents and signs, as people type in a hurry. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}ʻʼ‘’'`]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}
