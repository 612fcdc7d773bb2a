import type { Scheme } from '#contract/theme';
import type { PreviewMessage } from '#stand-in/preview-message';
import { toDictionary } from '#theming/to-dictionary';

interface Look {
  language: string;
  scheme: Scheme;
  css: string;
  texts: Readonly<Record<string, string>> | undefined;
}

/** What gives a preview its look. */
export function toLook({ language, scheme, css, texts }: Look): PreviewMessage {
  return {
    method: 'preview.applyLook',
    lang: language,
    theme: scheme,
    uiConf: { customCssStr: css },
    i18n: texts && toDictionary(texts),
  };
}
