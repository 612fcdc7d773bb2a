import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** A JPEG of one pixel with an embedded thumbnail; `seed` makes its bytes differ from another's. */
export function makeJpeg(seed = 'a'): Buffer {
  const onePixel = Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
    'base64',
  );
  const endOfImage = Buffer.from([0xff, 0xd9]);
  const comment = segment(0xfe, Buffer.from(seed));
  const thumbnail = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), onePixel, endOfImage]));
  return Buffer.concat([onePixel.subarray(0, 2), thumbnail, comment, onePixel.subarray(2), endOfImage]);
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** A PNG of one pixel. */
export function makePng(seed = 'a'): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('tEXt', Buffer.from(`Comment\0${seed}`)),
    pngChunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

export function makeTiff(): Buffer {
  return Buffer.concat([Buffer.from([0x49, 0x49, 0x2a, 0x00, 0x08, 0, 0, 0]), Buffer.alloc(32)]);
}

/** A genuine file of a few kilobytes; `fixtures/README.md` says what made it. */
export function readFixture(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, 'fixtures', name));
}
