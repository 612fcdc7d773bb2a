import { expect, test } from 'vitest';
import { createTheme, type Theme } from '#contract/theme';
import { readShareLink, writeShareLink } from './share-link';

const theme: Theme = {
  ...createTheme('Ақша банкі'),
  light: { accent: '#0e7490' },
  rules: `p::before { content: "→ ${'x'.repeat(5000)}" }`,
  texts: { kk: { 'document.subTitles.IDENTITY': 'Құжат' } },
};

test('a link carries the whole theme, packed, in the part that no server sees', async () => {
  const link = await writeShareLink(theme, 'https://id.example/studio');
  expect(link).toMatch(/^https:\/\/id\.example\/studio#theme=[\w-]+$/);
  expect(link.length).toBeLessThan(600);
  const read = await readShareLink(new URL(link).hash);
  expect(read.outcome === 'found' && JSON.parse(read.json)).toEqual(theme);
});

async function pack(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const letters = [...new Uint8Array(await new Response(packed).arrayBuffer())].map(byte => String.fromCharCode(byte));
  return `#theme=${btoa(letters.join(''))}`;
}

test.each([
  ['an address without a theme', '', 'none'],
  ['another fragment', '#top', 'none'],
  ['letters that are no base64', '#theme=!!', 'broken'],
  ['a link that lost its end', '#theme=q1Yqyy9KVbJSKkktLlFIzs8tKEotLk5NUaoFAA'.slice(0, 22), 'broken'],
  ['something that is not packed', '#theme=AAAA', 'broken'],
  ['bytes that are no text', await pack(new Uint8Array([0xff, 0xfe])), 'broken'],
  ['a fragment past all measure', `#theme=${'A'.repeat(400_001)}`, 'too-long'],
  ['a small one that unpacks to a huge one', await pack(new Uint8Array(5e7)), 'too-long'],
])('tells %s', async (_, fragment, outcome) => {
  expect(await readShareLink(fragment)).toMatchObject({ outcome });
});
