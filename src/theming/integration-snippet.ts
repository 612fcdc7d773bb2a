import type { Theme } from '#contract/theme';
import { type Dictionary, toDictionary } from './to-dictionary';

/** Where the widget gets a theme's CSS from: the address of the published sheet, or the text itself. */
export type CssSource =
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'text'; readonly css: string };

interface Integration {
  readonly source: CssSource;
  readonly texts: Theme['texts'];
}

/** A literal of JavaScript that is exactly the text, on as many lines, and that a script element in a page can hold. */
export function toStringLiteral(text: string): string {
  const escaped = text
    .replace(/[\\`]|\$(?=\{)/g, '\\$&')
    .replace(/\r/g, '\\r')
    .replace(/<(?=\/script|!--)/gi, '<\\')
    // A single half of a pair survives no encoding.
    .replace(/\p{Surrogate}/gu, half => `\\u${half.charCodeAt(0).toString(16)}`);
  return `\`${escaped}\``;
}

/** For a page that loads the provider's script; `getToken` is the integrator's own. */
export function writeLoaderSnippet({ source, texts }: Integration): string {
  return [
    ...writeConstants(source, texts),
    'function launchIdCheck(accessToken, lang) {',
    '  snsWebSdk',
    '    .init(accessToken, () => getNewAccessToken())',
    '    .withConf({',
    '      lang,',
    `      uiConf: { ${writeCssOption(source)} },`,
    ...(isEmpty(texts) ? [] : ['      i18n: texts[lang],']),
    '    })',
    '    .withOptions({ adaptIframeHeight: true, addViewportTag: false })',
    "    .on('idCheck.onError', error => console.error(error))",
    '    .build()',
    "    .launch('#websdk-container');",
    '}',
    '',
  ].join('\n');
}

/** For React, by the package that wraps the same loader. */
export function writeReactSnippet({ source, texts }: Integration): string {
  return [
    'import SumsubWebSdk from "@sumsub/websdk-react";',
    '',
    ...writeConstants(source, texts),
    'export function IdCheck({ accessToken, lang, getNewAccessToken }) {',
    '  return (',
    '    <SumsubWebSdk',
    '      accessToken={accessToken}',
    '      expirationHandler={getNewAccessToken}',
    '      config={{',
    '        lang,',
    `        uiConf: { ${writeCssOption(source)} },`,
    ...(isEmpty(texts) ? [] : ['        i18n: texts[lang],']),
    '      }}',
    '      options={{ adaptIframeHeight: true, addViewportTag: false }}',
    '      onError={error => console.error(error)}',
    '    />',
    '  );',
    '}',
    '',
  ].join('\n');
}

function writeConstants(source: CssSource, texts: Theme['texts']): string[] {
  const dictionaries = Object.entries(texts).map(([language, paths]): [string, Dictionary] => [
    language,
    toDictionary(paths),
  ]);
  return [
    ...(source.kind === 'text' ? [`const customCssStr = ${toStringLiteral(source.css)};`, ''] : []),
    ...(isEmpty(texts) ? [] : [`const texts = ${toScript(Object.fromEntries(dictionaries))};`, '']),
  ];
}

function writeCssOption(source: CssSource): string {
  return source.kind === 'text' ? 'customCssStr' : `customCss: ${toScript(source.url)}`;
}

function toScript(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/<(?=\/script|!--)/gi, '\\u003c');
}

function isEmpty(texts: Theme['texts']): boolean {
  return Object.keys(texts).length === 0;
}
