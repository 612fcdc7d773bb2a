import { deflateSync } from 'node:zlib';
import { pngChunk } from './sample-files';

export type Colour = readonly [red: number, green: number, blue: number];

export interface Canvas {
  width: number;
  height: number;
  pixels: Buffer;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function createCanvas(width: number, height: number, colour: Colour): Canvas {
  const canvas = { width, height, pixels: Buffer.alloc(width * height * 3) };
  fill(canvas, { x: 0, y: 0, width, height }, colour);
  return canvas;
}

/** Paints a box, or what of it `isInside`, which is asked from 0 to 1 in both directions. */
export function fill(
  { width, height, pixels }: Canvas,
  box: Box,
  colour: Colour,
  isInside: (x: number, y: number) => boolean = () => true,
): void {
  for (let y = Math.max(box.y, 0); y < Math.min(box.y + box.height, height); y += 1) {
    for (let x = Math.max(box.x, 0); x < Math.min(box.x + box.width, width); x += 1) {
      if (isInside((x + 0.5 - box.x) / box.width, (y + 0.5 - box.y) / box.height)) {
        pixels.set(colour, (y * width + x) * 3);
      }
    }
  }
}

export const ellipse = (x: number, y: number): boolean => (x - 0.5) ** 2 + (y - 0.5) ** 2 <= 0.25;
export const upperHalfOfEllipse = (x: number, y: number): boolean => ellipse(x, y / 2);

/** The picture as a PNG, with a comment inside. */
export function toPng({ width, height, pixels }: Canvas, comment: string): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a colour; red, green and blue.
  header.set([8, 2], 8);
  const bytesPerRow = width * 3;
  const rows = Array.from({ length: height }, (_, row) => [
    Buffer.from([0]),
    pixels.subarray(row * bytesPerRow, (row + 1) * bytesPerRow),
  ]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('tEXt', Buffer.from(`Comment\0${comment}`)),
    pngChunk('IDAT', deflateSync(Buffer.concat(rows.flat()))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}
