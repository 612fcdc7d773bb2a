import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import { ApiError } from '../api-error';
import { maxUploadBodyBytes } from './upload-limits';

export interface ReceivedFile {
  path: string;
  /** One more than the limit when the file is larger than that; the rest was not kept. */
  bytes: number;
  sha256: string;
  /** What the sender called it; never to be trusted. */
  declaredMediaType: string;
}

export interface Upload {
  /** Text of the part `metadata`. */
  metadata: string | undefined;
  /** The part `content`. */
  file: ReceivedFile | undefined;
  keepAs(path: string): void;
  discard(): Promise<void>;
}

export interface UploadReceiver {
  /**
   * Streams a multipart body to disk. `onBytes` sees every byte of the body, as sent. Throws 400 when it is no proper
   * multipart body or breaks off, 413 when it is larger than any upload can be, 415 when it is something else, and
   * leaves no file behind then.
   */
  receive(request: Request, onBytes?: (chunk: Uint8Array) => void): Promise<Upload>;
}

const longestFieldBytes = 64 * 1024;

/** Keeps no more than one byte beyond `maxBytes` of a file. */
export function createUploadReceiver({ dataDir, maxBytes }: { dataDir: string; maxBytes: number }): UploadReceiver {
  const folder = join(dataDir, 'incoming');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { receive: (request, onBytes) => receiveUpload(request, join(folder, randomUUID()), maxBytes, onBytes) };
}

async function receiveUpload(
  request: Request,
  path: string,
  maxBytes: number,
  onBytes: (chunk: Uint8Array) => void = () => undefined,
): Promise<Upload> {
  const contentType = request.headers.get('Content-Type') ?? '';
  if (!/^multipart\/form-data\b/i.test(contentType)) throw new ApiError(415, 'HTTP 415 Unsupported Media Type');
  if (Number(request.headers.get('Content-Length')) > maxUploadBodyBytes) throw tooLarge();
  let metadata: string | undefined;
  let reading: Promise<string> | undefined;
  let storing: Promise<ReceivedFile> | undefined;
  const parser = openParser(contentType, maxBytes);
  parser.on('field', (name, value) => {
    if (name === 'metadata') metadata = value;
  });
  parser.on('file', (name, stream, { mimeType }) => {
    // Some clients send JSON as a file, called "blob" or so.
    if (name === 'metadata' && !reading) {
      reading = readText(stream, longestFieldBytes);
      reading.catch(() => undefined);
      return;
    }
    if (name !== 'content' || storing) {
      // A body that breaks off within this part is an error of its stream, too, and one without a listener ends the process.
      stream.on('error', () => undefined).resume();
      return;
    }
    storing = storeFile(stream, path, mimeType);
    // Where the file cannot be kept, the rest need not be read.
    storing.catch((error: Error) => parser.destroy(error));
  });
  const body = request.body ?? new Blob([]).stream();
  try {
    await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), watchBytes(onBytes), parser);
    const file = await storing;
    return {
      metadata: metadata ?? (await reading),
      file,
      keepAs: target => renameSync(path, target),
      discard: () => rm(path, { force: true }),
    };
  } catch (cause) {
    await storing?.catch(() => undefined);
    await rm(path, { force: true });
    if (cause instanceof ApiError || isFileSystemError(cause)) throw cause;
    throw new ApiError(400, `Malformed multipart body: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function tooLarge(): ApiError {
  return new ApiError(413, 'HTTP 413 Request Entity Too Large');
}

function watchBytes(onBytes: (chunk: Uint8Array) => void): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxUploadBodyBytes) return done(tooLarge());
      onBytes(chunk);
      done(null, chunk);
    },
  });
}

function openParser(contentType: string, maxBytes: number): busboy.Busboy {
  try {
    return busboy({
      headers: { 'content-type': contentType },
      limits: { fileSize: maxBytes + 1, fields: 10, files: 2, fieldSize: longestFieldBytes },
    });
  } catch (cause) {
    throw new ApiError(400, `Malformed multipart body: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** The first bytes of a part as text; the rest is passed over. */
async function readText(stream: Readable, bytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let left = bytes;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, left));
    left = Math.max(0, left - chunk.length);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function storeFile(stream: Readable, path: string, declaredMediaType: string): Promise<ReceivedFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(stream, count, createWriteStream(path, { mode: 0o600 }));
  return { path, bytes, sha256: hash.digest('hex'), declaredMediaType };
}

/** A connection that fails does so in `read`. */
function isFileSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && ['open', 'write', 'close'].includes(String(error.syscall));
}
