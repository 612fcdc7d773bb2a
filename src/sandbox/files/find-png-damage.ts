import { crc32 } from 'node:zlib';
import { type ByteReader, readPieces } from './byte-reader';

const signatureBytes = 8;
const headBytes = 8;
const checksumBytes = 4;

/**
 * Walks the chunks to the last one and checks the sums of those that a decoder needs; as in libpng, damage in the
 * others is passed over. Answers what is wrong, or undefined.
 */
export async function findPngDamage(bytes: ByteReader): Promise<string | undefined> {
  let hasPicture = false;
  for (let position = signatureBytes; position + headBytes + checksumBytes <= bytes.size; ) {
    const head = await bytes.readAt(position, headBytes);
    const type = head.toString('latin1', 4);
    const contentEnd = position + headBytes + head.readUInt32BE(0);
    if (!/^[A-Za-z]{4}$/.test(type)) return 'there is no chunk where one should begin';
    if (contentEnd + checksumBytes > bytes.size) break;
    if (position === signatureBytes && type !== 'IHDR') return 'its header is missing';
    if (isCritical(type) && !(await fitsChecksum(bytes, position + 4, contentEnd))) {
      return `the checksum of its chunk ${type} does not fit`;
    }
    hasPicture ||= type === 'IDAT';
    if (type === 'IEND') return hasPicture ? undefined : 'it holds no picture';
    position = contentEnd + checksumBytes;
  }
  return 'its end is missing';
}

function isCritical(type: string): boolean {
  return /^[A-Z]/.test(type);
}

async function fitsChecksum(bytes: ByteReader, start: number, end: number): Promise<boolean> {
  let sum = 0;
  for await (const piece of readPieces(bytes, start, end)) sum = crc32(piece, sum);
  return (await bytes.readAt(end, checksumBytes)).readUInt32BE(0) === sum;
}
