import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTheme, type Theme } from '#contract/theme';
import { anyTheme } from '#testing/any-theme';
import { compileTheme, rulesMarker } from './compile-theme';
import { defaultTheme } from './default-theme';

const golos = { family: 'Golos Text Variable', url: 'https://a.test/golos.woff2', unicodeRange: 'U+0-FF' };

function aTheme(changes: Partial<Theme>): Theme {
  return { ...createTheme('bank'), ...changes };
}

test('is no text where nothing is set, and the rules where they alone are', () => {
  expect(compileTheme(createTheme('bank'))).toBe('');
  const rules = '// mine\n.a { color: red }}\n@import "x.css"';
  expect(compileTheme(aTheme({ rules }), [golos])).toBe(rules);
});

test('compiles the same theme to the same text, and ends with its rules word for word', () => {
  fc.assert(
    fc.property(anyTheme, theme => {
      const css = compileTheme(theme, [golos]);
      expect(compileTheme(structuredClone(theme), [golos])).toBe(css);
      const [, rest = css] = css.split(`\n\n${rulesMarker}\n\n`);
      expect(theme.rules.endsWith(theme.rules === '' ? '' : rest)).toBe(true);
    }),
  );
});

test('closes what it opens, reaches outside for nothing and shouts at nobody', () => {
  fc.assert(
    fc.property(anyTheme, theme => {
      const css = compileTheme({ ...theme, rules: '' });
      const bare = css.replace(/"[^"]*"|'[^']*'/g, '');
      expect(bare.split('{')).toHaveLength(bare.split('}').length);
      expect(css).not.toMatch(/@import|!important|undefined|NaN/);
    }),
  );
});

test('lets no value out of its declaration, even of a theme that nobody has looked at', () => {
  const out = 'red; } body { display: none';
  const css = compileTheme(
    aTheme({
      light: { text: out, accent: '#2746a6' },
      fontFamily: out,
      variables: { light: { '--red-color': out, '--x: 1; --y': 'red' }, dark: {} },
      elements: { submit: { color: out, 'color: red; x': 'red' }, 'no-such-element': { color: 'red' } },
      logo: { kind: 'replaced', image: 'x") } body { display: none' },
    }),
  );
  expect(css).not.toMatch(/display: none;|: red;|no-such/);
  expect(css.split('{')).toHaveLength(css.split('}').length);
});

test('says light, and what dark says anew, for the system’s wish and for a frame told so', () => {
  const css = compileTheme(aTheme({ light: { text: '#111111', accent: '#2746a6' }, dark: { accent: '#9fb4ff' } }));
  const [light = '', wished = '', told = ''] = css.split(
    /@media \(prefers-color-scheme: dark\)|:root:where\(\[data-theme/,
  );
  expect(light).toContain('--portico-accent: #2746a6;');
  for (const dark of [wished, told]) {
    expect(dark).toContain('--portico-accent: #9fb4ff;');
    expect(dark).not.toContain('--portico-text:');
  }
});

test('marks the shades that are pinned, and derives the others from their seeds', () => {
  const css = compileTheme(aTheme({ light: { accent: '#2746a6', accentHover: 'navy' } }));
  expect(css).toContain('--portico-accent-hover: navy; /* pinned */');
  expect(css).toMatch(/--portico-accent-pressed: #[0-9a-f]{6};\n/);
  expect(css).not.toMatch(/--portico-(?:muted-text|line|surface)/);
});

test('has the widget’s variables follow the seeds, and the theme’s own over them', () => {
  const css = compileTheme(
    aTheme({ light: { text: '#111111' }, variables: { light: { '--primary-color': '#222222' }, dark: {} } }),
  );
  expect(css.indexOf('--primary-color: var(--portico-text);')).toBeGreaterThan(0);
  expect(css.indexOf('--primary-color: #222222;')).toBeGreaterThan(css.indexOf('--primary-color: var'));
});

test('packs the font that is named and no other', () => {
  expect(compileTheme(defaultTheme, [golos])).toMatch(/^@font-face \{\n {2}font-family: 'Golos Text Variable';/);
  expect(compileTheme({ ...defaultTheme, fontFamily: 'Arial' }, [golos])).not.toContain('@font-face');
});

test('keeps the head of the rules at the head', () => {
  const css = compileTheme(
    aTheme({ controlHeight: 44, rules: '/* ours */ @import url(a.css);\n@layer a, b;\np { color: red }' }),
  );
  expect(css.startsWith('/* ours */ @import url(a.css);\n@layer a, b;\n\n:root {')).toBe(true);
  expect(css.endsWith(`${rulesMarker}\n\n\np { color: red }`)).toBe(true);
});

test('writes in a pale accent only what can be read', () => {
  const css = compileTheme({ ...defaultTheme, light: { ...defaultTheme.light, accent: '#ffd400' } });
  expect(css).toContain('--portico-accent: #ffd400;');
  expect(css).not.toContain('--portico-accent-text: #ffd400;');
});
