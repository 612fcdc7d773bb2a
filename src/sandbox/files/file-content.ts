import { type FileHandle, open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import {
  type AcceptedMediaType,
  checkFileSize,
  type FileSizeLimits,
  type FileSizeVerdict,
  isAcceptedMediaType,
} from '#idngo/file-rules';
import { type ApiError, codedError } from '../api-error';
import type { ReceivedFile } from './receive-upload';

const megabyte = 1024 * 1024;

/**
 * The media type a file has by its content. Throws 1002 too big, 1003 empty, 1004 corrupted or truncated, 1005 format
 * not accepted, 1007 below the minimum, 1011 encrypted PDF.
 */
export async function requireAcceptableFile(file: ReceivedFile, limits: FileSizeLimits): Promise<AcceptedMediaType> {
  const sizeRefusal = toSizeRefusal(checkFileSize(file.bytes, limits), limits);
  if (sizeRefusal) throw sizeRefusal;
  const mediaType = (await fileTypeFromFile(file.path))?.mime;
  if (mediaType === undefined) {
    throw isAcceptedMediaType(file.declaredMediaType)
      ? codedError(1004, `The file is corrupted: it is not ${file.declaredMediaType} inside`)
      : codedError(1005, 'The file has an unsupported format');
  }
  if (!isAcceptedMediaType(mediaType)) throw codedError(1005, `Unsupported file format: ${mediaType}`);
  const handle = await open(file.path, 'r');
  try {
    const bytes = createByteReader(handle, file.bytes);
    if (mediaType === 'application/pdf' && (await isEncryptedPdf(bytes))) {
      throw codedError(1011, 'The file is protected by a password');
    }
    if (!(await isComplete(mediaType, bytes))) throw codedError(1004, 'The file is corrupted: its end is missing');
  } finally {
    await handle.close();
  }
  return mediaType;
}

function toSizeRefusal(verdict: FileSizeVerdict, { minBytes, maxBytes }: FileSizeLimits): ApiError | undefined {
  switch (verdict) {
    case 'accepted':
      return undefined;
    case 'empty':
      return codedError(1003, 'The file is empty');
    case 'too-small':
      return codedError(1007, `The file is smaller than ${minBytes} bytes`);
    case 'too-big':
      return codedError(1002, `The file is bigger than ${Math.floor(maxBytes / megabyte)} MB`);
  }
}

interface ByteReader {
  size: number;
  /** Fewer bytes than asked for where the file ends. */
  readAt(position: number, length: number): Promise<Buffer>;
}

function createByteReader(handle: FileHandle, size: number): ByteReader {
  return {
    size,
    async readAt(position, length) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    },
  };
}

function isComplete(mediaType: AcceptedMediaType, bytes: ByteReader): Promise<boolean> {
  switch (mediaType) {
    case 'image/jpeg':
      return isCompleteJpeg(bytes);
    case 'image/png':
      return isCompletePng(bytes);
    case 'application/pdf':
      return isCompletePdf(bytes);
    case 'video/mp4':
    case 'video/quicktime':
    case 'video/webm':
      return Promise.resolve(true);
  }
}

const chunkBytes = 64 * 1024;
const jpegMarkers = { startOfImage: 0xd8, endOfImage: 0xd9, startOfScan: 0xda } as const;

/** Walks the segments to the end-of-image marker; the one of an embedded thumbnail lies inside a segment and is skipped. */
async function isCompleteJpeg({ size, readAt }: ByteReader): Promise<boolean> {
  let position = 0;
  while (position < size) {
    const head = await readAt(position, 4);
    if (head.length < 2 || head[0] !== 0xff) return false;
    const marker = head[1] ?? 0;
    if (marker === jpegMarkers.endOfImage) return true;
    if (marker === 0xff) {
      position += 1;
      continue;
    }
    if (marker === jpegMarkers.startOfImage || isWithoutLength(marker)) {
      position += 2;
      continue;
    }
    if (head.length < 4) return false;
    position += 2 + head.readUInt16BE(2);
    if (marker === jpegMarkers.startOfScan) position = await skipScan(position, { size, readAt });
  }
  return false;
}

/** RST0–RST7, TEM, and the zero that stuffs an 0xff in the data of a scan. */
function isWithoutLength(marker: number): boolean {
  return (marker >= 0xd0 && marker <= 0xd7) || marker <= 0x01;
}

async function skipScan(start: number, { size, readAt }: ByteReader): Promise<number> {
  for (let position = start; position < size; position += chunkBytes) {
    const chunk = await readAt(position, chunkBytes + 1);
    for (let at = chunk.indexOf(0xff); at !== -1 && at < chunkBytes; at = chunk.indexOf(0xff, at + 1)) {
      const next = chunk[at + 1];
      if (next !== undefined && next !== 0xff && !isWithoutLength(next)) return position + at;
    }
  }
  return size;
}

async function isCompletePng({ size, readAt }: ByteReader): Promise<boolean> {
  const signatureBytes = 8;
  const chunkOverhead = 12;
  for (let position = signatureBytes; position + chunkOverhead <= size; ) {
    const head = await readAt(position, 8);
    position += chunkOverhead + head.readUInt32BE(0);
    if (head.toString('latin1', 4) === 'IEND') return position <= size;
  }
  return false;
}

async function isCompletePdf({ size, readAt }: ByteReader): Promise<boolean> {
  const tail = await readAt(Math.max(0, size - 1024), 1024);
  return tail.includes('%%EOF');
}

/** An encrypted PDF says so in its trailer: `/Encrypt` followed by a reference or a dictionary. */
async function isEncryptedPdf({ size, readAt }: ByteReader): Promise<boolean> {
  const overlap = 64;
  for (let position = 0; position < size; position += chunkBytes) {
    const text = (await readAt(position, chunkBytes + overlap)).toString('latin1');
    if (/\/Encrypt\s*(?:<<|\d+\s+\d+\s+R)/.test(text)) return true;
  }
  return false;
}
