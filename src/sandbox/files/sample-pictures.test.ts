import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { requireAcceptableFile } from './file-content';
import { drawSamplePicture } from './sample-pictures';

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
afterAll(() => rmSync(folder, { recursive: true }));

const kinds = [
  ['PASSPORT', null],
  ['ID_CARD', 'FRONT_SIDE'],
  ['ID_CARD', 'BACK_SIDE'],
  ['UTILITY_BILL', null],
  ['SELFIE', null],
] as const;

test.each(kinds)('draws %s %s as a PNG that the sandbox takes', async (idDocType, idDocSubType) => {
  const picture = drawSamplePicture({ idDocType, idDocSubType }, { person: 'a', seed: '1' });
  const path = join(folder, `${idDocType}${idDocSubType}`);
  writeFileSync(path, picture);
  const file = { path, bytes: picture.length, sha256: '', declaredMediaType: 'image/png' };
  expect(await requireAcceptableFile(file, { minBytes: 1, maxBytes: 100_000 })).toBe('image/png');
});

test('draws no two alike, whoever and whatever they are of', () => {
  const pictures = kinds.flatMap(([idDocType, idDocSubType]) =>
    ['a', 'b'].flatMap(person =>
      ['1', '2'].map(seed => drawSamplePicture({ idDocType, idDocSubType }, { person, seed }).toString('base64')),
    ),
  );
  expect(new Set(pictures).size).toBe(20);
});
