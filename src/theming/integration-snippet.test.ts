import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toStringLiteral, writeLoaderSnippet, writeReactSnippet } from './integration-snippet';

const evaluate = (script: string): unknown => new Function(script)();

test('a literal is the text to the last character', () => {
  const bits = ['`', '${', '$', '\\', '\r\n', '</script>', '<!--', '\u2028', '\ud800', "'", '"', '\0', 'ә'];
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...bits)).map(found => found.join('')),
  );
  fc.assert(
    fc.property(texts, text => {
      const literal = toStringLiteral(text);
      expect(evaluate(`return ${literal}`)).toBe(text);
      expect(literal).not.toMatch(/<\/script|<!--/i);
    }),
    { numRuns: 1000 },
  );
});

function run(snippet: string): unknown {
  return evaluate(`
    let conf;
    const builder = { launch: () => conf, build: () => builder, on: () => builder, withOptions: () => builder,
      withConf(given) { conf = given; return builder; } };
    const snsWebSdk = { init: () => builder };
    const getNewAccessToken = () => '';
    ${snippet.replace(/^ {2}snsWebSdk$/m, '  return snsWebSdk')}
    return launchIdCheck('token', 'kk');`);
}

test('the loader gets the text, and the texts of its language', () => {
  const css = 'p::before { content: "\\201C`${x}" }\r\n</script>';
  const texts = { kk: { 'document.subTitles.IDENTITY': 'Құжат', 'a.b': '</script>' }, ru: { a: 'Да' } };
  expect(run(writeLoaderSnippet({ source: { kind: 'text', css }, texts }))).toEqual({
    lang: 'kk',
    uiConf: { customCssStr: css },
    i18n: { document: { subTitles: { IDENTITY: 'Құжат' } }, a: { b: '</script>' } },
  });
});

test('a published sheet is named by its address', () => {
  const url = 'https://id.example/themes/aqsha/0123456789abcdef.css';
  const snippet = writeLoaderSnippet({ source: { kind: 'address', url }, texts: {} });
  expect(run(snippet)).toEqual({ lang: 'kk', uiConf: { customCss: url } });
  expect(writeReactSnippet({ source: { kind: 'address', url }, texts: {} })).toContain(
    `uiConf: { customCss: "${url}" }`,
  );
});

test('React gets the same', () => {
  const snippet = writeReactSnippet({ source: { kind: 'text', css: 'p{}' }, texts: { en: { a: 'b' } } });
  expect(snippet).toContain('const customCssStr = `p{}`;');
  expect(snippet).toContain('uiConf: { customCssStr }');
  expect(snippet).toContain('i18n: texts[lang]');
});
