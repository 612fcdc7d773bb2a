import type { Title } from '#stand-in/frame-contract';

/** The text in a person's language (`kk`, `kk-KZ`), English where there is none. */
export function chooseText(title: Title, lang: string | null): string {
  const base = lang?.split('-')[0]?.toLowerCase() ?? '';
  return (Object.hasOwn(title, base) ? title[base] : undefined) ?? title.en;
}
