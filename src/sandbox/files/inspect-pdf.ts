import { type ByteReader, windowBytes } from './byte-reader';

/*
 * What a PDF says of itself in its trailer, which is neither compressed nor encrypted, whatever the rest is.
 *
 * 1. The last `startxref` names the place of the newest cross-reference section.
 * 2. That is a table with a trailer behind it, or, since PDF 1.5, an object whose dictionary is the trailer.
 * 3. Every trailer repeats what the earlier ones say of encryption, so the newest one is enough.
 *
 * Where the place is wrong, readers search the whole file for a trailer, and so does this.
 */
export type PdfState = { kind: 'readable' } | { kind: 'encrypted' } | { kind: 'damaged'; damage: string };

const tailBytes = 2048;
const encryptEntry = /\/Encrypt\s*(?:<<|\d+\s+\d+\s+R)/;

export async function inspectPdf(bytes: ByteReader): Promise<PdfState> {
  const { size, readAt } = bytes;
  const head = toText(await readAt(0, 1024));
  const tail = toText(await readAt(Math.max(0, size - tailBytes), tailBytes));
  const sizeWhenWritten = Number(/\/Linearized\b[^>]*\/L\s+(\d+)/.exec(head)?.[1] ?? 0);
  if (!tail.includes('%%EOF') || sizeWhenWritten > size) return { kind: 'damaged', damage: 'its end is missing' };
  const place = [...tail.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1];
  const trailer = place === undefined ? undefined : await readTrailer(bytes, Number(place));
  if (trailer === undefined) return searchTrailer(bytes);
  return { kind: encryptEntry.test(trailer) ? 'encrypted' : 'readable' };
}

async function readTrailer(bytes: ByteReader, place: number): Promise<string | undefined> {
  if (place >= bytes.size) return undefined;
  const section = toText(await bytes.readAt(place, windowBytes));
  const dictionary = /^\s*\d+\s+\d+\s+obj\b(.*?)\bstream\b/s.exec(section)?.[1];
  if (dictionary !== undefined) return /\/XRef\b/.test(dictionary) ? dictionary : undefined;
  if (!/^\s*xref\b/.test(section)) return undefined;
  const trailerAt = await findText(bytes, place, 'trailer');
  if (trailerAt === undefined) return undefined;
  return toText(await bytes.readAt(trailerAt, windowBytes)).split('startxref')[0];
}

async function findText({ size, readAt }: ByteReader, start: number, text: string): Promise<number | undefined> {
  for (let position = start; position < size; position += windowBytes - text.length) {
    const at = (await readAt(position, windowBytes)).indexOf(text, 0, 'latin1');
    if (at !== -1) return position + at;
  }
  return undefined;
}

async function searchTrailer({ size, readAt }: ByteReader): Promise<PdfState> {
  const overlapBytes = 64;
  let isFound = false;
  for (let position = 0; position < size; position += windowBytes - overlapBytes) {
    const text = toText(await readAt(position, windowBytes));
    if (encryptEntry.test(text)) return { kind: 'encrypted' };
    isFound ||= /\btrailer\s*<<|\/Type\s*\/XRef\b/.test(text);
  }
  return isFound ? { kind: 'readable' } : { kind: 'damaged', damage: 'its trailer is missing' };
}

function toText(bytes: Buffer): string {
  return bytes.toString('latin1');
}
