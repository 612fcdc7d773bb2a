import type { PreviewName } from './preview-names';

export interface PreviewAddress {
  screen: PreviewName;
  language: string;
  scheme?: 'light' | 'dark';
  /** `none`: nothing is fetched from elsewhere, whatever the theme asks for. */
  remote?: 'none';
}

/** Where the app serves a screen with fixed data, for a frame. */
export function toPreviewAddress({ screen, language, ...rest }: PreviewAddress): string {
  const { scheme, remote } = rest;
  const search = { preview: screen, lang: language, ...(scheme && { theme: scheme }), ...(remote && { remote }) };
  return `/studio/preview?${new URLSearchParams(search)}`;
}
