import * as v from 'valibot';
import { lenient } from './tolerant';

/**
 * Error body [S][G]. `code` repeats the HTTP status; `errorCode` and `errorName` come together or not at all.
 * The body can be missing or HTML for gateway errors.
 */
export const errorBodySchema = v.looseObject({
  description: lenient(v.string()),
  code: lenient(v.number()),
  correlationId: lenient(v.string()),
  errorCode: lenient(v.number()),
  errorName: lenient(v.string()),
});
export type ErrorBody = v.InferOutput<typeof errorBodySchema>;

/** The documented error codes with the HTTP status of each [S][G]. */
export const errorCodes = {
  1000: { errorName: 'duplicate-document', httpStatus: 409 },
  1001: { errorName: 'too-many-documents', httpStatus: 400 },
  1002: { errorName: 'file-too-big', httpStatus: 400 },
  1003: { errorName: 'empty-file', httpStatus: 400 },
  1004: { errorName: 'corrupted-file', httpStatus: 400 },
  1005: { errorName: 'unsupported-file-format', httpStatus: 400 },
  1006: { errorName: 'no-upload-verification-in-progress', httpStatus: 409 },
  1007: { errorName: 'incorrect-file-size', httpStatus: 409 },
  1008: { errorName: 'applicant-marked-as-deleted', httpStatus: 409 },
  1009: { errorName: 'applicant-with-final-reject', httpStatus: 409 },
  1010: { errorName: 'doc-type-not-in-req-docs', httpStatus: 409 },
  1011: { errorName: 'encrypted-file', httpStatus: 400 },
  3000: { errorName: 'applicant-already-in-the-state', httpStatus: 409 },
  4000: { errorName: 'app-token-invalid-format', httpStatus: 401 },
  4001: { errorName: 'app-token-not-found', httpStatus: 401 },
  4002: { errorName: 'app-token-private-part-mismatch', httpStatus: 401 },
  4003: { errorName: 'app-token-signature mismatch', httpStatus: 401 },
  4004: { errorName: 'app-token-request-expired', httpStatus: 401 },
  4005: { errorName: 'app-token-invalid-value', httpStatus: 401 },
  4006: { errorName: 'app-token-not-all-auth-params-provided', httpStatus: 401 },
  4007: { errorName: 'app-token-invalid-params', httpStatus: 401 },
  5000: { errorName: 'applicant-already-blacklisted', httpStatus: 409 },
  5001: { errorName: 'applicant-already-whitelisted', httpStatus: 409 },
} as const;
export type ErrorCode = keyof typeof errorCodes;
