import type { FileHandle } from 'node:fs/promises';

export const windowBytes = 64 * 1024;

/** Reads a file of any size through one window of 64 KiB. */
export interface ByteReader {
  size: number;
  /** At most a window; fewer bytes than asked for where the file ends. They stay the same only until the next call. */
  readAt(position: number, length: number): Promise<Buffer>;
}

export function createByteReader(handle: FileHandle, size: number): ByteReader {
  const window = Buffer.alloc(windowBytes);
  let start = 0;
  let end = 0;
  return {
    size,
    async readAt(position, length) {
      if (length > windowBytes) throw new Error(`more than a window: ${length} bytes`);
      if (position < start || Math.min(position + length, size) > end) {
        const { bytesRead } = await handle.read(window, 0, windowBytes, position);
        start = position;
        end = position + bytesRead;
      }
      return window.subarray(position - start, Math.max(0, Math.min(position + length, end) - start));
    },
  };
}

/** The bytes from `start` up to `end` in pieces of at most a window, each good until the next one. */
export async function* readPieces(
  { readAt, size }: ByteReader,
  start: number,
  end: number,
  pieceBytes = windowBytes,
): AsyncGenerator<Buffer> {
  const last = Math.min(end, size);
  for (let position = start; position < last; ) {
    const piece = await readAt(position, Math.min(pieceBytes, last - position));
    if (piece.length === 0) return;
    yield piece;
    position += piece.length;
  }
}
