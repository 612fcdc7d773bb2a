import type { ByteReader } from './byte-reader';

interface Box {
  type: string;
  contentStart: number;
  /** Behind the last byte it claims, which may lie outside of the file. */
  end: number;
}

/**
 * Walks the boxes of an MP4 or a QuickTime movie, in one piece or in fragments as a recorder writes it: each has to end
 * inside the file, and there have to be an index (`moov`) and media (`mdat`). Answers what is wrong, or undefined.
 */
export async function findMovieDamage(bytes: ByteReader): Promise<string | undefined> {
  let hasIndex = false;
  let hasMedia = false;
  let isFragmentOpen = false;
  for (let position = 0; position < bytes.size; ) {
    const box = await readBox(bytes, position, bytes.size);
    // Cameras leave notes and padding behind the last box.
    if (!box) return hasIndex && hasMedia && !isFragmentOpen ? undefined : 'there is no box where one should begin';
    if (box.end > bytes.size) break;
    if (box.type === 'moov') {
      if (!(await holdsTracks(bytes, box))) return 'its index (moov) is broken';
      hasIndex = true;
    }
    if (box.type === 'moof') isFragmentOpen = true;
    if (box.type === 'mdat' && box.end > box.contentStart) {
      hasMedia = true;
      isFragmentOpen = false;
    }
    position = box.end;
    if (position === bytes.size) {
      if (!hasIndex) return 'its index (moov) is missing';
      if (!hasMedia) return 'it holds no media (mdat)';
      return isFragmentOpen ? 'its end is missing' : undefined;
    }
  }
  return 'its end is missing';
}

/** `cmov` is QuickTime's compressed index. */
async function holdsTracks(bytes: ByteReader, index: Box): Promise<boolean> {
  let hasTrack = false;
  for (let position = index.contentStart; position < index.end; ) {
    const box = await readBox(bytes, position, index.end);
    // QuickTime may close a list with four zero bytes.
    if (!box) return hasTrack && index.end - position <= 4;
    if (box.end > index.end) return false;
    hasTrack ||= box.type === 'trak' || box.type === 'cmov';
    position = box.end;
  }
  return hasTrack;
}

async function readBox({ readAt }: ByteReader, start: number, limit: number): Promise<Box | undefined> {
  const head = await readAt(start, Math.min(16, limit - start));
  if (head.length < 8) return undefined;
  const type = head.toString('latin1', 4, 8);
  if (!/^[\x20-\x7e\xa9]{4}$/.test(type)) return undefined;
  const shortLength = head.readUInt32BE(0);
  if (shortLength === 0) return { type, contentStart: start + 8, end: limit };
  if (shortLength !== 1)
    return shortLength < 8 ? undefined : { type, contentStart: start + 8, end: start + shortLength };
  if (head.length < 16) return undefined;
  const length = Number(head.readBigUInt64BE(8));
  return length < 16 ? undefined : { type, contentStart: start + 16, end: start + length };
}
