import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Configuration } from '#contract/configuration';
import { defaultTheme } from '#theming/default-theme';
import { createPageDocument } from './page-document';
import { publishTheme } from './themes/published-themes';

const template = readFileSync(join(import.meta.dirname, '../../index.html'), 'utf8');
const { paper } = publishTheme(defaultTheme, []);
const look = { pagePath: undefined, paper };
const nobody = {
  path: '/',
  lang: undefined,
  acceptLanguage: undefined,
  look,
  configuration: undefined,
  session: undefined,
};

function render({
  brand = { name: null, logo: null },
  ...request
}: Partial<Parameters<ReturnType<typeof createPageDocument>>[1]> & { brand?: Configuration['brand'] }) {
  const readTexts = (path: string, language: string) =>
    language === 'kk' ? `{"start":{"product":"</script>"},"path":"${path}"}` : undefined;
  const parts = { brand, readPreloads: () => [], readTexts };
  return createPageDocument(parts)(template, {
    ...nobody,
    ...request,
  });
}

function aConfiguration(changes: Partial<Configuration>): Configuration {
  return {
    brand: { name: null, logo: null },
    entry: 'open',
    provider: { origin: 'https://frame.example', loaderUrl: null, probeUrl: 'https://frame.example/probe' },
    themeUrl: 'https://portico.example/themes/default/abc.css',
    themeTextsUrl: null,
    maxFileBytes: 1,
    times: { checkMinutes: 4, reviewMinutes: 15, closerLookDays: 2 },
    resultBy: 'page',
    requirements: null,
    links: { return: null, support: null, privacy: null, retention: null, appeal: null },
    ...changes,
  };
}

test('is the built document where there is nothing to add', () => {
  const page = render({}).replace(/<div id="root">.*<\/div>/, '<div id="root"></div>');
  expect(page).toBe(template.replace('<html lang="en">', '<html lang="en" dir="ltr">'));
});

test.each([
  [{ lang: 'kk', acceptLanguage: 'ru' }, 'lang="kk" dir="ltr"'],
  [{ acceptLanguage: 'ar-EG,en;q=0.8' }, 'lang="ar" dir="rtl"'],
  [{ acceptLanguage: 'en;q=0.3, ru;q=0.9' }, 'lang="ru" dir="ltr"'],
  [{ acceptLanguage: 'en;q=0, kk' }, 'lang="kk" dir="ltr"'],
  [{ lang: '"><script>', acceptLanguage: '' }, 'lang="en" dir="ltr"'],
])('is in the language of %j from the first paint', (request, attributes) => {
  expect(render(request)).toContain(`<html ${attributes}>`);
});

test('carries the configuration as data that cannot end its block', () => {
  const configuration = aConfiguration({ brand: { name: '</script><script>alert(1)</script><!--', logo: null } });
  const page = render({ configuration });
  const [, data] = /<script type="application\/json" id="configuration">([^<]*)<\/script>/.exec(page) ?? [];
  expect(JSON.parse(data ?? '')).toEqual(configuration);
  expect(page.match(/<script/g)).toHaveLength(2);
});

test('stands under the operator’s name', () => {
  const page = render({ brand: { name: 'Aqsha & Co <Bank>', logo: null } });
  expect(page).toContain('<title>Aqsha &amp; Co &lt;Bank&gt;</title>');
});

test.each(['Ca$$h', "A$'B", 'A$`B', 'A$&B', '$1 $<a>'])('takes the name %s as it is written', name => {
  const page = render({ brand: { name, logo: null } });
  const escaped = name.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;');
  expect(page).toContain(`<title>${escaped}</title>`);
  expect(page).toContain(`<span dir="auto">${escaped}</span></span></div></header></div></div>`);
});

test('takes a square logo for the icon, and a wide one not', () => {
  const logo = (width: number) => ({ name: 'Aqsha', logo: { url: '/brand/a.svg', width, height: 24 } });
  expect(render({ brand: logo(24) })).toContain('<link rel="icon" href="/brand/a.svg" />');
  expect(render({ brand: logo(96) })).not.toContain('rel="icon" href="/brand/a.svg"');
});

test('links the operator’s theme before the first paint, and tells the browser its ground', () => {
  const theme = { ...defaultTheme, name: 'aqsha', light: { ...defaultTheme.light, surface: '#fffdf5' } };
  const published = publishTheme(theme, []);
  const page = render({ look: { pagePath: published.page?.path, paper: published.paper } });
  expect(page).toContain(`<link rel="stylesheet" href="${published.page?.path}" />`);
  expect(page.indexOf('rel="stylesheet"')).toBeLessThan(page.indexOf('</head>'));
  expect(page).toContain(`content="${published.paper.light}" media="(prefers-color-scheme: light)"`);
  expect(published.paper.light).not.toBe('#f7f7f4');
});

test('carries what its screen says in the language that was asked for, as data that cannot end its block', () => {
  expect(render({ lang: 'kk', path: '/status' })).toContain(
    '<script type="application/json" id="texts" data-language="kk">{"start":{"product":"\\u003c/script>"},"path":"/status"}</script>',
  );
  expect(render({ lang: 'ru' })).not.toContain('id="texts"');
});
