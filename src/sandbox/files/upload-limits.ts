import { type FileSizeLimits, maxFileBytes } from '#idngo/file-rules';

export interface UploadLimits extends FileSizeLimits {
  /** Images one applicant can have had, those that were replaced included. */
  maxImages: number;
}

/** That there is a limit is documented [S], the number is ours [?]. */
export const defaultMaxImages = 100;

/**
 * No body may be larger than this, whatever is in it; the rest is not read. 64 MB is the family's limit of a file [S],
 * so that one which is only too big for IDnGO still gets its own error code [?].
 */
export const maxUploadBodyBytes = 64 * 1024 * 1024;

export interface UploadLimitSettings {
  SANDBOX_MIN_FILE_BYTES?: string | undefined;
  SANDBOX_MAX_FILE_BYTES?: string | undefined;
  SANDBOX_MAX_IMAGES?: string | undefined;
}

/** The limits that settings ask for. Throws with a sentence that names the setting at fault and what it can be. */
export function parseUploadLimits(settings: UploadLimitSettings): UploadLimits {
  const maxBytes = parseSetting(settings, 'SANDBOX_MAX_FILE_BYTES', maxFileBytes, maxFileBytes);
  const minBytes = parseSetting(settings, 'SANDBOX_MIN_FILE_BYTES', 1, maxFileBytes);
  const maxImages = parseSetting(settings, 'SANDBOX_MAX_IMAGES', defaultMaxImages, 1_000_000);
  if (minBytes > maxBytes) {
    throw new Error(
      `SANDBOX_MIN_FILE_BYTES (${minBytes}) must not be more than SANDBOX_MAX_FILE_BYTES (${maxBytes}): no file would be accepted`,
    );
  }
  return { minBytes, maxBytes, maxImages };
}

function parseSetting(
  settings: UploadLimitSettings,
  name: keyof UploadLimitSettings,
  byDefault: number,
  highest: number,
): number {
  const text = settings[name];
  if (!text) return byDefault;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > highest)
    throw new Error(`${name} must be a whole number from 1 to ${highest}, not '${text}'`);
  return value;
}
