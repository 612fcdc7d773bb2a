/** Accepted media types and the file name extensions of each [I]. */
export const acceptedMediaTypes = {
  'image/jpeg': ['.jpeg', '.jpg'],
  'image/png': ['.png'],
  'application/pdf': ['.pdf'],
  'video/mp4': ['.mp4'],
  'video/webm': ['.webm'],
  'video/quicktime': ['.mov'],
} as const;
export type AcceptedMediaType = keyof typeof acceptedMediaTypes;

export function isAcceptedMediaType(mediaType: string): mediaType is AcceptedMediaType {
  return Object.hasOwn(acceptedMediaTypes, mediaType);
}

/** Size limits in bytes; both can be set in the account, the maximum never above 50 MB [I]. */
export interface FileSizeLimits {
  minBytes: number;
  maxBytes: number;
}

/** IDnGO's FAQ says 50 MB; the family's own limit is 64 MB. Read as 50 × 1024 × 1024, the larger meaning. */
export const maxFileBytes = 50 * 1024 * 1024;
export const defaultFileSizeLimits: FileSizeLimits = { minBytes: 1, maxBytes: maxFileBytes };

export type FileSizeVerdict = 'accepted' | 'empty' | 'too-small' | 'too-big';

export function checkFileSize(bytes: number, limits: FileSizeLimits = defaultFileSizeLimits): FileSizeVerdict {
  if (bytes === 0) return 'empty';
  if (bytes > limits.maxBytes) return 'too-big';
  if (bytes < limits.minBytes) return 'too-small';
  return 'accepted';
}
