import type { Theme } from '#contract/theme';

// A whole theme in the part of an address that no server is sent: `#theme=`, then the JSON of the document, packed by
// deflate and spelled in base64url. What comes in is somebody else's: it is measured before and while it is unpacked, and
// nothing is taken from it that the theme's own schema does not accept.

const key = '#theme=';
/** Beyond this some programs cut an address when they pass it on. */
export const longestSureLink = 8_000;
const longestFragment = 400_000;
const longestDocument = 1_000_000;

export type SharedText =
  | { readonly outcome: 'found'; readonly json: string }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'broken' }
  | { readonly outcome: 'too-long' };

/** `page`: the studio's own address without a fragment. */
export async function writeShareLink(theme: Theme, page: string): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(theme));
  const packed = await readAll(pipe(bytes, new CompressionStream('deflate-raw')), Number.POSITIVE_INFINITY);
  return `${page}${key}${toBase64Url(packed ?? bytes)}`;
}

/** The JSON that an address carries, not yet looked at. */
export async function readShareLink(fragment: string): Promise<SharedText> {
  if (!fragment.startsWith(key)) return { outcome: 'none' };
  const packed = fragment.slice(key.length);
  if (packed.length > longestFragment) return { outcome: 'too-long' };
  try {
    const bytes = await readAll(pipe(fromBase64Url(packed), new DecompressionStream('deflate-raw')), longestDocument);
    if (!bytes) return { outcome: 'too-long' };
    return { outcome: 'found', json: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { outcome: 'broken' };
  }
}

type Transform = CompressionStream | DecompressionStream;

function pipe(bytes: Uint8Array<ArrayBuffer>, transform: Transform): ReadableStream<Uint8Array> {
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  return source.pipeThrough(transform);
}

/** Undefined as soon as there is more than `most`. */
async function readAll(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws where it is none. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, letter => letter.charCodeAt(0));
}
