import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLogo } from './read-logo';

const directory = mkdtempSync(join(tmpdir(), 'portico-logo-'));

function save(name: string, content: string | Uint8Array): string {
  const file = join(directory, name);
  writeFileSync(file, content);
  return file;
}

test('knows the measures of an SVG by its viewBox', () => {
  const logo = readLogo(save('a.svg', '<?xml version="1.0"?><svg viewBox="0 0 120.5 24"><path d="M0 0"/></svg>'));
  expect(logo).toMatchObject({ contentType: 'image/svg+xml', width: 120.5, height: 24 });
  expect(logo.path).toMatch(/^\/brand\/[0-9a-f]{16}\.svg$/);
});

test('knows the measures of a PNG by its header', () => {
  const header = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(header);
  header.writeUInt32BE(64, 16);
  header.writeUInt32BE(32, 20);
  expect(readLogo(save('a.png', header))).toMatchObject({ contentType: 'image/png', width: 64, height: 32 });
});

test('gives another content another address', () => {
  const [one, other] = ['#000', '#fff'].map(fill =>
    readLogo(save('b.svg', `<svg viewBox="0 0 1 1"><path fill="${fill}"/></svg>`)),
  );
  expect(one?.path).not.toBe(other?.path);
});

test.each([
  ['a picture of another kind', save('c.svg', 'GIF89a'), 'must be an SVG'],
  ['an SVG without a size', save('d.svg', '<svg><path/></svg>'), 'viewBox'],
  ['more than a page should carry', save('e.svg', `<svg viewBox="0 0 1 1">${' '.repeat(100_000)}</svg>`), '100 kB'],
  ['a file that is not there', join(directory, 'nowhere.svg'), 'cannot be read'],
])('refuses %s', (_, file, words) => {
  expect(() => readLogo(file)).toThrow(new RegExp(`BRAND_LOGO .*${words}`));
});
