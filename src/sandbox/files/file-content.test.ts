import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultFileSizeLimits, type FileSizeLimits, maxFileBytes } from '#idngo/file-rules';
import { makeBigFiles, makePdfWithComment } from './big-files';
import { requireAcceptableFile } from './file-content';
import { makeJpeg, makePng, makeTiff, pngChunk, readFixture } from './sample-files';

let path: string;
beforeAll(() => {
  path = join(mkdtempSync(join(tmpdir(), 'content-')), 'file');
});
afterAll(() => rmSync(join(path, '..'), { recursive: true }));

/** The media type the file is accepted as, or what it is refused with. */
async function judge(
  content: Buffer,
  declaredMediaType = 'application/octet-stream',
  limits: FileSizeLimits = defaultFileSizeLimits,
): Promise<unknown> {
  writeFileSync(path, content);
  return requireAcceptableFile({ path, bytes: content.length, sha256: '', declaredMediaType }, limits).catch(
    error => error,
  );
}

const refusal = (errorCode: number, description = /./) =>
  expect.objectContaining({ errorCode, message: expect.stringMatching(description) });

const soundFiles = [
  ['baseline.jpg', 'image/jpeg'],
  ['progressive.jpg', 'image/jpeg'],
  ['exif-thumbnail.jpg', 'image/jpeg'],
  ['plain.png', 'image/png'],
  ['interlaced.png', 'image/png'],
  ['animated.png', 'image/png'],
  ['table.pdf', 'application/pdf'],
  ['streams.pdf', 'application/pdf'],
  ['linearised.pdf', 'application/pdf'],
  ['linearised-streams.pdf', 'application/pdf'],
  ['film.mp4', 'video/mp4'],
  ['film.m4v', 'video/mp4'],
  ['faststart.mp4', 'video/mp4'],
  ['fragmented.mp4', 'video/mp4'],
  ['recorded.mp4', 'video/mp4'],
  ['film.mov', 'video/quicktime'],
  ['film.webm', 'video/webm'],
  ['piped.webm', 'video/webm'],
  ['recorded.webm', 'video/webm'],
  ['recorded-live.webm', 'video/webm'],
] as const;

test.each(soundFiles)('accepts %s and knows it by its content', async (name, mediaType) => {
  expect(await judge(readFixture(name), 'text/plain')).toBe(mediaType);
});

test.each(soundFiles)('refuses %s that broke off, wherever it did', async (name, mediaType) => {
  const content = readFixture(name);
  for (const share of [0.05, 0.3, 0.55, 0.8]) {
    expect(await judge(content.subarray(0, content.length * share), mediaType)).toEqual(refusal(1004));
  }
  expect(await judge(content.subarray(0, -10), mediaType)).toEqual(refusal(1004, /end is missing|begin/));
});

test('accepts the largest file of every kind', async () => {
  for (const { mediaType, content } of makeBigFiles(maxFileBytes)) {
    expect(content.length).toBe(maxFileBytes);
    expect(await judge(content, mediaType)).toBe(mediaType);
    expect(await judge(content.subarray(0, -3), mediaType)).toEqual(refusal(1004));
  }
});

const jpeg = makeJpeg();
const png = makePng();
const film = readFixture('film.mp4');
const live = readFixture('recorded-live.webm');
const pdf = readFixture('table.pdf');

test.each([
  ['a JPEG with a camera trailer behind its end', Buffer.concat([jpeg, Buffer.from('maker note')]), 'image/jpeg'],
  ['a PNG whose comment is damaged', change(png, 'Comment', 'Comnent'), 'image/png'],
  ['a film with padding behind its last box', Buffer.concat([film, Buffer.alloc(20)]), 'video/mp4'],
  ['a film whose media have no length but go on to the end', withOpenMedia(), 'video/mp4'],
  ['a film with media of a 64-bit length', Buffer.concat([film, hugeBox(24n)]), 'video/mp4'],
  ['a PDF whose table is not where it says', change(pdf, 'startxref\n', 'startxref\n9'), 'application/pdf'],
  ['a PDF that was changed and saved once more', withUpdate(pdf), 'application/pdf'],
])('accepts %s', async (_what, content, mediaType) => {
  expect(await judge(content)).toBe(mediaType);
});

test.each([
  ['a JPEG without a scan', Buffer.concat([jpeg.subarray(0, 4), jpeg.subarray(4, 6), Buffer.from([0xff, 0xd9])])],
  ['a JPEG with a segment overwritten', change(jpeg, '\xff\xfe', '\x00\x00')],
  ['a PNG with damaged picture data', damagedPng('IDAT')],
  ['a PNG with a damaged header', damagedPng('IHDR')],
  ['a PNG without a picture', Buffer.concat([png.subarray(0, 33), pngChunk('IEND', Buffer.alloc(0))])],
  ['a PDF without a trailer', change(pdf, 'trailer', 'tra1ler')],
  ['a film without an index', change(film, 'moov', 'free')],
  ['a film with a broken index', change(film, 'mvhd', '\0\0\0\0')],
  ['a film without media', change(film, 'mdat', 'free')],
  ['a film with media of an absurd length', Buffer.concat([film, hugeBox(2n ** 63n)])],
  ['a recording without tracks', change(live, '\x16\x54\xae\x6b', '\x12\x54\xc3\x67')],
  ['a recording of nothing', live.subarray(0, live.indexOf(Buffer.from('1f43b675', 'hex')))],
  ['a recording with zeros in it', Buffer.concat([live, Buffer.alloc(20)])],
])('refuses %s as corrupted', async (_what, content) => {
  expect(await judge(content)).toEqual(refusal(1004));
});

test.each(['user-password.pdf', 'user-password-streams.pdf', 'owner-password.pdf', 'owner-password-linearised.pdf'])(
  'refuses %s as encrypted',
  async name => {
    expect(await judge(readFixture(name))).toEqual(refusal(1011));
    expect(await judge(change(readFixture(name), 'startxref\n', 'startxref\n9'))).toEqual(refusal(1011));
  },
);

test('does not take a page about encryption for an encrypted file', async () => {
  expect(await judge(makePdfWithComment(' /Encrypt 5 0 R '))).toBe('application/pdf');
});

test.each([
  ['a TIFF', makeTiff()],
  ['a GIF', Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAUwAOw==', 'base64')],
  ['an HEIC photo', readFixture('photo.heic')],
  ['a 3GP film', readFixture('film.3gp')],
  ['a Matroska film', readFixture('recorded.mkv')],
  ['a ZIP', Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)])],
  ['XML', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
])('refuses %s as unsupported, whatever it is called', async (_what, content) => {
  for (const mediaType of ['image/jpeg', 'application/octet-stream']) {
    expect(await judge(content, mediaType)).toEqual(refusal(1005));
  }
});

test.each([
  ['plain text', Buffer.from('hello'), 'text/plain', 1005],
  ['a page', Buffer.from('<!doctype html><title>x</title>'), 'text/html', 1005],
  ['garbage called a JPEG', Buffer.from('hello'), 'image/jpeg', 1004],
  ['a PDF called a JPEG', pdf, 'image/jpeg', 1004],
  ['a film called a PNG', film, 'image/png', 1004],
  ['a photo called a film', jpeg, 'video/mp4', 1004],
])('refuses %s', async (_what, content, mediaType, errorCode) => {
  expect(await judge(content, mediaType)).toEqual(refusal(errorCode));
});

test.each([
  ['a PNG called a JPEG', png, 'image/jpeg', 'image/png'],
  ['a QuickTime film called an MP4', readFixture('film.mov'), 'video/mp4', 'video/quicktime'],
])('lets %s through as what it is', async (_what, content, declared, mediaType) => {
  expect(await judge(content, declared)).toBe(mediaType);
});

test.each([
  [0, 1003, /empty/],
  [9, 1007, /smaller than 10 bytes/],
  [1025, 1002, /bigger than 1024 bytes/],
])('refuses %i bytes where 10 to 1024 are allowed', async (bytes, errorCode, description) => {
  const limits = { minBytes: 10, maxBytes: 1024 };
  expect(await judge(Buffer.alloc(bytes), 'image/png', limits)).toEqual(refusal(errorCode, description));
});

test('accepts a file of exactly the maximum or the minimum', async () => {
  expect(await judge(jpeg, 'image/jpeg', { minBytes: jpeg.length, maxBytes: jpeg.length })).toBe('image/jpeg');
});

/** The same with the last occurrence of some bytes replaced. */
function change(content: Buffer, from: string, to: string): Buffer {
  const at = content.lastIndexOf(from, undefined, 'latin1');
  if (at === -1) throw new Error(`There is no ${from}`);
  return Buffer.concat([content.subarray(0, at), Buffer.from(to, 'latin1'), content.subarray(at + from.length)]);
}

function damagedPng(type: string): Buffer {
  const damaged = Buffer.from(png);
  const contentAt = damaged.indexOf(type) + 4;
  damaged[contentAt + 3] = (damaged[contentAt + 3] ?? 0) ^ 0xff;
  return damaged;
}

function hugeBox(length: bigint): Buffer {
  const box = Buffer.alloc(24);
  box.writeUInt32BE(1);
  box.write('mdat', 4);
  box.writeBigUInt64BE(length, 8);
  return box;
}

function withOpenMedia(): Buffer {
  const open = readFixture('faststart.mp4');
  open.writeUInt32BE(0, open.lastIndexOf('mdat') - 4);
  return open;
}

function withUpdate(original: Buffer): Buffer {
  const object = '7 0 obj\n<</Producer (another program)>>\nendobj\n';
  const place = String(original.length).padStart(10, '0');
  const update = [
    `${object}xref`,
    '7 1',
    `${place} 00000 n `,
    'trailer',
    '<</Size 8 /Root 1 0 R /Prev 1>>',
    'startxref',
    String(original.length + object.length),
    '%%EOF\n',
  ];
  return Buffer.concat([original, Buffer.from(update.join('\n'))]);
}
