import { beforeEach, expect, test } from 'vitest';
import { applyCustomCss } from './custom-css';

beforeEach(() => {
  document.head.innerHTML = '<link rel="stylesheet" href="/stock.css">';
  document.body.className = '';
});

test('puts the stylesheet after the stock one and the text, untouched, after both', () => {
  const customCssStr = "@import url('x.css');\n// rubbish }\n.\nbutton.submit { color: red";
  applyCustomCss(document, { customCss: 'https://host.example/theme.css', customCssStr });
  const [stock, link, style, ...rest] = document.head.children;
  expect(stock?.getAttribute('href')).toBe('/stock.css');
  expect(link).toMatchObject({ tagName: 'LINK', rel: 'stylesheet', href: 'https://host.example/theme.css' });
  expect(style?.textContent).toBe(customCssStr);
  expect(rest).toEqual([]);
});

test.each([
  ['one two', ['one', 'two']],
  [
    ['one', ' two  three '],
    ['one', 'two', 'three'],
  ],
  ['', []],
  [undefined, []],
])('gives the body the classes of %j', (customBodyClass, classes) => {
  applyCustomCss(document, { customBodyClass });
  expect([...document.body.classList]).toEqual(classes);
});

test('leaves the page alone when the host has no look of its own', () => {
  applyCustomCss(document, undefined);
  expect(document.head.children).toHaveLength(1);
});
