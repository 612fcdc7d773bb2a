import { expect, test } from 'vitest';
import { checkFailedFonts } from './check-failed-fonts';

test('a font that did not load leads to what asks for it', () => {
  const text = `@import url("https://fonts.example/css?family=Lora");
p { color: red }
@media screen {
  @font-face { font-family: "Own"; src: url(https://cdn.example/own.woff2) }
}`;
  expect(checkFailedFonts(['"Own"', 'Lora', 'Lora'], text)).toMatchObject([
    { kind: 'fontFailed', severity: 'fails', code: 'Own', place: { tab: 'rules', line: 4, column: 3 } },
    { kind: 'fontFailed', code: 'Lora', place: { tab: 'rules', line: 1, column: 1 } },
  ]);
  expect(checkFailedFonts(['Golos Text Variable'], '')).toMatchObject([
    { place: { tab: 'seeds', control: 'fontFamily' } },
  ]);
});
