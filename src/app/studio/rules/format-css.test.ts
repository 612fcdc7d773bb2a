import { expect, test } from 'vitest';
import { checkSyntax } from '#theming/checks/check-syntax';
import { formatCss } from './format-css';

const sheets = import.meta.glob<string>('../../../theming/sheets/*.css', {
  eager: true,
  query: '?raw',
  import: 'default',
});

test('lays rules out', async () => {
  const text =
    ".a{color:red;background:url('a.png')}/* b */\n@media (min-width:1px){.b::before{content:'x';opacity:.50}}";
  expect(await formatCss(text)).toEqual({
    kind: 'formatted',
    text: `.a {
  color: red;
  background: url("a.png");
} /* b */
@media (min-width: 1px) {
  .b::before {
    content: "x";
    opacity: 0.5;
  }
}
`,
  });
});

test('leaves alone what has a fault, and names it', async () => {
  expect(await formatCss('p { top: 0 } }')).toMatchObject({ kind: 'faulty', fault: { kind: 'strayBracket' } });
});

test.each(Object.entries(sheets))(
  'formats %s unless it has a fault, and the second time nothing changes',
  async (_, text) => {
    const formatted = await formatCss(text);
    if (checkSyntax(text).length > 0) {
      expect(formatted.kind).toBe('faulty');
      return;
    }
    if (formatted.kind !== 'formatted') throw new Error(formatted.kind);
    expect(await formatCss(formatted.text)).toEqual(formatted);
  },
);
