import { type ByteReader, windowBytes } from './byte-reader';

const markers = { startOfImage: 0xd8, endOfImage: 0xd9, startOfScan: 0xda } as const;

/**
 * Walks the segments to the end-of-image marker; the one of an embedded thumbnail lies inside a segment and is skipped.
 * What follows the end is the camera's own. Answers what is wrong, or undefined.
 */
export async function findJpegDamage({ size, readAt }: ByteReader): Promise<string | undefined> {
  let hasFrame = false;
  let hasScan = false;
  for (let position = 0; position < size; ) {
    const head = await readAt(position, 4);
    if (head[0] !== 0xff) return 'there is no segment where one should begin';
    const marker = head[1];
    if (marker === undefined) break;
    if (marker === markers.endOfImage) return hasFrame && hasScan ? undefined : 'it holds no picture';
    if (marker === 0xff) {
      position += 1;
    } else if (marker === markers.startOfImage || isWithoutLength(marker)) {
      position += 2;
    } else {
      if (head.length < 4) break;
      const length = head.readUInt16BE(2);
      if (length < 2) return 'a segment has an impossible length';
      position += 2 + length;
      hasFrame ||= isFrame(marker);
      if (marker === markers.startOfScan) {
        hasScan = true;
        position = await skipScan(position, { size, readAt });
      }
    }
  }
  return 'its end is missing';
}

/** RST0–RST7, TEM, and the zero that stuffs an 0xff in the data of a scan. */
function isWithoutLength(marker: number): boolean {
  return (marker >= 0xd0 && marker <= 0xd7) || marker <= 0x01;
}

/** SOF0–SOF15, among whose numbers are those of DHT, JPG and DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

async function skipScan(start: number, { size, readAt }: Pick<ByteReader, 'size' | 'readAt'>): Promise<number> {
  // One byte less than is read, so that a marker never lies across two pieces.
  const stepBytes = windowBytes - 1;
  for (let position = start; position < size; position += stepBytes) {
    const piece = await readAt(position, windowBytes);
    for (let at = piece.indexOf(0xff); at !== -1 && at < stepBytes; at = piece.indexOf(0xff, at + 1)) {
      const next = piece[at + 1];
      if (next !== undefined && next !== 0xff && !isWithoutLength(next)) return position + at;
    }
  }
  return size;
}
