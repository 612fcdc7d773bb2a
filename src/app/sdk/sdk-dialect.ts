import type { WebSdkConfig } from '#idngo/web-sdk';

/** Our language, colour scheme and theme in the words of the SDK. Any ISO 639-1 code goes; it falls back by itself. */
export function toSdkConfig(ours: { language: string; theme: 'light' | 'dark'; themeUrl: string }): WebSdkConfig {
  return { lang: ours.language, theme: ours.theme, uiConf: { customCss: ours.themeUrl } };
}
