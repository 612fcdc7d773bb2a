import { expect, test } from 'vitest';
import { readFile } from './incoming';

const read = (bytes: number[]) => readFile(new File([new Uint8Array(bytes)], 'a.css'));

test('text in UTF-8 is what it says, without the mark that some editors begin with', async () => {
  expect(await read([0xef, 0xbb, 0xbf, 0xd0, 0x96])).toEqual({ source: 'file', text: 'Ж', fileName: 'a.css' });
});

test.each([
  ['letters that are not of UTF-8', [0x70, 0xf2], 'not-utf-8'],
  ['UTF-16, the little end first', [0xff, 0xfe, 0x70, 0], 'not-utf-8'],
  ['UTF-16, the big end first', [0xfe, 0xff, 0, 0x70], 'not-utf-8'],
  ['a NUL', [0x70, 0, 0x70], 'not-text'],
])('a file with %s is not taken for CSS', async (_, bytes, problem) => {
  expect(await read(bytes)).toEqual({ source: 'file', problem, fileName: 'a.css' });
});

test('a file that went away, or is larger than a theme, is told as such', async () => {
  const gone = { name: 'a.css', size: 1, arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) };
  expect(await readFile(gone)).toMatchObject({ problem: 'unreadable' });
  expect(await readFile({ ...gone, size: 3_000_000 })).toMatchObject({ problem: 'too-large' });
});
