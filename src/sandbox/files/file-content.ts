import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import {
  type AcceptedMediaType,
  checkFileSize,
  type FileSizeLimits,
  type FileSizeVerdict,
  isAcceptedMediaType,
} from '#idngo/file-rules';
import { type ApiError, codedError } from '../api-error';
import { type ByteReader, createByteReader } from './byte-reader';
import { findJpegDamage } from './find-jpeg-damage';
import { findMovieDamage } from './find-movie-damage';
import { findPngDamage } from './find-png-damage';
import { findWebmDamage } from './find-webm-damage';
import { inspectPdf } from './inspect-pdf';
import type { ReceivedFile } from './receive-upload';

/** Names the library has for contents that are an accepted format with something added. */
const acceptedFormatOf: Record<string, AcceptedMediaType> = { 'image/apng': 'image/png', 'video/x-m4v': 'video/mp4' };

/**
 * The media type a file has by its content. Throws 1002 too big, 1003 empty, 1004 corrupted, truncated or of another
 * kind than it was called, 1005 format not accepted, 1007 below the minimum, 1011 encrypted PDF.
 */
export async function requireAcceptableFile(file: ReceivedFile, limits: FileSizeLimits): Promise<AcceptedMediaType> {
  const sizeRefusal = toSizeRefusal(checkFileSize(file.bytes, limits), limits);
  if (sizeRefusal) throw sizeRefusal;
  const mediaType = await requireMediaType(file);
  const handle = await open(file.path, 'r');
  try {
    await requireIntact(mediaType, createByteReader(handle, file.bytes));
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
      return codedError(1007, `The file is smaller than ${toSize(minBytes)}`);
    case 'too-big':
      return codedError(1002, `The file is bigger than ${toSize(maxBytes)}`);
  }
}

function toSize(bytes: number): string {
  const megabyte = 1024 * 1024;
  return bytes % megabyte === 0 ? `${bytes / megabyte} MB` : `${bytes} bytes`;
}

/** The documented example of a wrong format is a PDF uploaded as JPEG [S]; a JPEG called a PNG is let through [?]. */
async function requireMediaType({ path, declaredMediaType }: ReceivedFile): Promise<AcceptedMediaType> {
  const found = (await fileTypeFromFile(path))?.mime;
  if (found === undefined) {
    if (isAcceptedMediaType(declaredMediaType)) throw corrupted(`it is not ${declaredMediaType} inside`);
    throw codedError(1005, 'The file has an unsupported format');
  }
  const mediaType = acceptedFormatOf[found] ?? found;
  if (!isAcceptedMediaType(mediaType)) throw codedError(1005, `Unsupported file format: ${mediaType}`);
  if (isAcceptedMediaType(declaredMediaType) && kindOf(declaredMediaType) !== kindOf(mediaType)) {
    throw corrupted(`it was sent as ${declaredMediaType} and is ${mediaType} inside`);
  }
  return mediaType;
}

function kindOf(mediaType: AcceptedMediaType): string | undefined {
  return mediaType.split('/')[0];
}

async function requireIntact(mediaType: AcceptedMediaType, bytes: ByteReader): Promise<void> {
  if (mediaType !== 'application/pdf') {
    const damage = await findDamage(mediaType, bytes);
    if (damage !== undefined) throw corrupted(damage);
    return;
  }
  const state = await inspectPdf(bytes);
  if (state.kind === 'encrypted') throw codedError(1011, 'The file is protected by a password');
  if (state.kind === 'damaged') throw corrupted(state.damage);
}

function findDamage(
  mediaType: Exclude<AcceptedMediaType, 'application/pdf'>,
  bytes: ByteReader,
): Promise<string | undefined> {
  switch (mediaType) {
    case 'image/jpeg':
      return findJpegDamage(bytes);
    case 'image/png':
      return findPngDamage(bytes);
    case 'video/mp4':
    case 'video/quicktime':
      return findMovieDamage(bytes);
    case 'video/webm':
      return findWebmDamage(bytes);
  }
}

/** Opens with the family's own words [S]. */
function corrupted(detail: string): ApiError {
  return codedError(1004, `Error analyzing file, unsupported format or corrupted file: ${detail}`);
}
