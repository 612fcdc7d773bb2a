import type { ByteReader } from './byte-reader';

const ids = {
  header: 0x1a45dfa3,
  segment: 0x18538067,
  tracks: 0x1654ae6b,
  cluster: 0x1f43b675,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
} as const;

interface Element {
  id: number;
  contentStart: number;
  /** Behind the last byte it claims; undefined where its size is unknown, as in a live recording. */
  end: number | undefined;
}

/**
 * Walks the elements of a WebM: each has to end inside the file, and there have to be tracks and blocks. Segment and
 * clusters of a live recording have no size and no duration; they end where the next one begins. Answers what is
 * wrong, or undefined.
 */
export async function findWebmDamage(bytes: ByteReader): Promise<string | undefined> {
  let hasTracks = false;
  let hasBlocks = false;
  let segmentEnd = bytes.size;
  for (let position = 0; position < segmentEnd; ) {
    const element = await readElement(bytes, position);
    if (element === 'cut off') return 'its end is missing';
    if (element === 'none') return 'there is no element where one should begin';
    const { id, contentStart, end } = element;
    if (end !== undefined && end > bytes.size) return 'its end is missing';
    hasTracks ||= id === ids.tracks;
    hasBlocks ||= id === ids.simpleBlock || id === ids.blockGroup;
    if (id === ids.segment) segmentEnd = end ?? bytes.size;
    if (id === ids.segment || id === ids.cluster) position = contentStart;
    else if (end === undefined) return 'an element has no size';
    else position = end;
  }
  if (!hasTracks) return 'its tracks are missing';
  return hasBlocks ? undefined : 'it holds no media';
}

async function readElement({ readAt }: ByteReader, start: number): Promise<Element | 'cut off' | 'none'> {
  const longestId = 4;
  const longestSize = 8;
  const head = await readAt(start, longestId + longestSize);
  const idLength = countBytes(head[0] ?? 0);
  if (idLength > longestId) return 'none';
  const sizeHead = head[idLength];
  if (sizeHead === undefined) return 'cut off';
  const sizeLength = countBytes(sizeHead);
  if (sizeLength > longestSize) return 'none';
  if (head.length < idLength + sizeLength) return 'cut off';
  const id = head.readUIntBE(0, idLength);
  const contentStart = start + idLength + sizeLength;
  const sizeBytes = head.subarray(idLength, idLength + sizeLength);
  const mask = 0xff >> sizeLength;
  const isUnknown = (sizeHead & mask) === mask && sizeBytes.subarray(1).every(byte => byte === 0xff);
  const size = sizeBytes.subarray(1).reduce((value, byte) => value * 256 + byte, sizeHead & mask);
  return { id, contentStart, end: isUnknown ? undefined : contentStart + size };
}

/** How long a number of variable length is, by the zeros before its first one. */
function countBytes(first: number): number {
  return Math.clz32(first) - 24 + 1;
}
