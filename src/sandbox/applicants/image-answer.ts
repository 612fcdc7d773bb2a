import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ImageRecord } from './image-record';

/** The bytes of an image as they were uploaded. */
export function answerImage(
  path: string,
  { mediaType, bytes }: ImageRecord,
  headers: Record<string, string> = {},
): Response {
  const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: { 'Content-Type': mediaType, 'Content-Length': String(bytes), ...headers },
  });
}
