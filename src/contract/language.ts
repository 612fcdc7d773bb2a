/** ISO 639-1 codes; any of them can be asked of the SDK. */
export const isoLanguages =
  'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'.split(
    ' ',
  );

/** Languages the page itself is written in; the first is the fallback. */
export const pageLanguages = ['en', 'ru', 'kk', 'ar'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export function toDirection(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** The ISO 639-1 code inside a language tag (`kk-KZ`, `pt_BR`, `zh-Hant-TW`); undefined when there is none. */
export function readLanguage(tag: string | null | undefined): string | undefined {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
  return primary && isoLanguages.includes(primary) ? primary : undefined;
}

/** The language the page speaks when the person asked for `language`. */
export function toPageLanguage(language: string): PageLanguage {
  const primary = readLanguage(language);
  return pageLanguages.find(page => page === primary) ?? pageLanguages[0];
}

/** The first readable code among the wishes, most wanted first; English when nothing is readable. */
export function negotiateLanguage(wishes: readonly (string | null | undefined)[]): string {
  for (const wish of wishes) {
    const language = readLanguage(wish);
    if (language) return language;
  }
  return pageLanguages[0];
}
