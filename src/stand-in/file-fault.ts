import type { ErrorCode } from '#idngo/errors';
import { checkFileSize, type FileSizeLimits, isAcceptedMediaType } from '#idngo/file-rules';

/**
 * IDnGO's code of what is wrong with a file before it is sent; undefined where the server should decide, as for a file
 * whose kind the browser does not know.
 */
export function findFileFault(file: Pick<File, 'type' | 'size'>, limits: FileSizeLimits): ErrorCode | undefined {
  if (file.type !== '' && !isAcceptedMediaType(file.type)) return 1005;
  switch (checkFileSize(file.size, limits)) {
    case 'empty':
      return 1003;
    case 'too-big':
      return 1002;
    case 'too-small':
      return 1007;
    case 'accepted':
      return undefined;
  }
}
