import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError } from '../config';

export interface Logo {
  /** The hash of the bytes is in it, so it never changes what it answers. */
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
  contentType: 'image/svg+xml' | 'image/png';
  width: number;
  height: number;
}

const maxBytes = 100_000;
const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * The operator's logo, whose measures go to the page so that nothing moves when it arrives.
 * @throws {ConfigError} where the file cannot be read, is too big, or is neither SVG nor PNG with a size.
 */
export function readLogo(file: string): Logo {
  const bytes = readBytes(file);
  if (bytes.byteLength > maxBytes) throw complaint(`is bigger than ${maxBytes / 1000} kB: make it smaller`);
  const image = readPng(bytes) ?? readSvg(bytes.toString('utf8'));
  if (!image) throw complaint('must be an SVG with a viewBox, or a PNG');
  const { ending, ...facts } = image;
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { path: `/brand/${hash}.${ending}`, bytes: new Uint8Array(bytes), ...facts };
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw complaint('names a file that cannot be read');
  }
}

function readPng(bytes: Buffer) {
  if (bytes.byteLength < 24 || !bytes.subarray(0, 8).equals(pngSignature)) return undefined;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return { ending: 'png', contentType: 'image/png', width, height } as const;
}

function readSvg(text: string) {
  const [tag] = /<svg\b[^>]*>/i.exec(text) ?? [];
  const [, width, height] =
    /\bviewBox\s*=\s*["'][\d.+-]+[\s,]+[\d.+-]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']/.exec(tag ?? '') ?? [];
  const size = { width: Number(width), height: Number(height) };
  if (!(size.width > 0 && size.height > 0)) return undefined;
  return { ending: 'svg', contentType: 'image/svg+xml', ...size } as const;
}

function complaint(text: string): ConfigError {
  return new ConfigError([`BRAND_LOGO ${text}`]);
}
