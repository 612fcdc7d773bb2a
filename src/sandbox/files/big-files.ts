import type { AcceptedMediaType } from '#idngo/file-rules';
import { makeJpeg, makePng, pngChunk, readFixture } from './sample-files';

export interface BigFile {
  mediaType: AcceptedMediaType;
  content: Buffer;
}

/** A sound file of every way to be built, each of exactly so many bytes, most of them what the format is full of. */
export function makeBigFiles(bytes: number): BigFile[] {
  return [
    { mediaType: 'image/jpeg', content: makeBigJpeg(bytes) },
    { mediaType: 'image/png', content: makeBigPng(bytes) },
    { mediaType: 'application/pdf', content: makeBigPdf(bytes) },
    { mediaType: 'video/mp4', content: makeBigMp4(bytes) },
    { mediaType: 'video/webm', content: makeBigWebm(bytes) },
  ];
}

/** More of its scan. */
function makeBigJpeg(bytes: number): Buffer {
  const jpeg = makeJpeg();
  const endAt = jpeg.length - 2;
  return Buffer.concat([jpeg.subarray(0, endAt), Buffer.alloc(bytes - jpeg.length), jpeg.subarray(endAt)]);
}

/** Another chunk of picture data before the last chunk. */
function makeBigPng(bytes: number): Buffer {
  const png = makePng();
  const endAt = png.length - pngChunk('IEND', Buffer.alloc(0)).length;
  const overhead = pngChunk('IDAT', Buffer.alloc(0)).length;
  const chunk = pngChunk('IDAT', Buffer.alloc(bytes - png.length - overhead));
  return Buffer.concat([png.subarray(0, endAt), chunk, png.subarray(endAt)]);
}

function makeBigPdf(bytes: number): Buffer {
  const digitsAdded = String(bytes).length - String(readFixture('table.pdf').indexOf('xref\n')).length;
  return makePdfWithComment(' '.repeat(bytes - makePdfWithComment('').length - digitsAdded));
}

/** A PDF with a comment before its table of places, which moves by that. */
export function makePdfWithComment(comment: string): Buffer {
  const pdf = readFixture('table.pdf').toString('latin1');
  const tableAt = pdf.indexOf('xref\n');
  const opening = `${pdf.slice(0, tableAt)}%${comment}\n`;
  const closing = pdf.slice(tableAt).replace(/startxref\n\d+/, `startxref\n${opening.length}`);
  return Buffer.from(opening + closing, 'latin1');
}

/** Another box of media behind the last box. */
function makeBigMp4(bytes: number): Buffer {
  const mp4 = readFixture('film.mp4');
  const media = Buffer.alloc(bytes - mp4.length);
  media.writeUInt32BE(media.length);
  media.write('mdat', 4);
  return Buffer.concat([mp4, media]);
}

/** More blocks in the last cluster of a live recording, as many as half an hour has. */
function makeBigWebm(bytes: number): Buffer {
  const webm = readFixture('recorded-live.webm');
  const more = Buffer.alloc(bytes - webm.length);
  const blocks = 40_000;
  const blockBytes = Math.floor(more.length / blocks);
  const headBytes = 5;
  for (let number = 0; number < blocks; number += 1) {
    const start = number * blockBytes;
    const end = number === blocks - 1 ? more.length : start + blockBytes;
    more.writeUInt8(0xa3, start);
    more.writeUInt32BE(0x10000000 + end - start - headBytes, start + 1);
  }
  return Buffer.concat([webm, more]);
}
