import { createReadStream } from 'node:fs';
import type { ImageRecord } from './image-record';

/** The bytes of an image as they were uploaded. */
export function answerImage(
  path: string,
  { mediaType, bytes }: Pick<ImageRecord, 'mediaType' | 'bytes'>,
  headers: Record<string, string> = {},
): Response {
  return new Response(ReadableStream.from(readPieces(path)), {
    headers: { 'Content-Type': mediaType, 'Content-Length': String(bytes), ...headers },
  });
}

/** Opens the file at the first piece that is asked for: a body that nobody reads, as for HEAD, would never be closed. */
async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}
