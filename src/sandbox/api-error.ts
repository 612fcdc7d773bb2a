import { randomBytes } from 'node:crypto';
import { type ErrorCode, errorCodes } from '#idngo/errors';

export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415;

/** A refusal, answered in the shape of IDnGO's error body. */
export class ApiError extends Error {
  readonly httpStatus: ErrorStatus;
  readonly errorCode: ErrorCode | null;
  readonly allowedMethods: readonly string[];

  constructor(
    httpStatus: ErrorStatus,
    description: string,
    details: { errorCode?: ErrorCode; allowedMethods?: readonly string[] } = {},
  ) {
    super(description);
    this.name = 'ApiError';
    this.httpStatus = httpStatus;
    this.errorCode = details.errorCode ?? null;
    this.allowedMethods = details.allowedMethods ?? [];
  }
}

/** A refusal for one of the documented error codes, with the HTTP status of that code. */
export function codedError(errorCode: ErrorCode, description: string): ApiError {
  return new ApiError(errorCodes[errorCode].httpStatus, description, { errorCode });
}

/** On every answer of the API [G]: what support asks for. */
export const correlationIdHeader = 'X-Correlation-Id';

export function createCorrelationId(): string {
  return randomBytes(16).toString('hex');
}

export function toErrorResponse(error: ApiError): Response {
  const known =
    error.errorCode === null ? {} : { errorCode: error.errorCode, errorName: errorCodes[error.errorCode].errorName };
  const headers = new Headers({ 'Content-Type': 'application/json' });
  if (error.allowedMethods.length > 0) headers.set('Allow', error.allowedMethods.join(', '));
  const correlationId = createCorrelationId();
  headers.set(correlationIdHeader, correlationId);
  const body = { description: error.message, code: error.httpStatus, correlationId, ...known };
  return new Response(JSON.stringify(body), { status: error.httpStatus, headers });
}

/** The answer to a fault of the sandbox itself: nothing of the fault but its number. */
export function toFaultResponse(correlationId: string): Response {
  const body = { description: 'Internal server error', code: 500, correlationId };
  return Response.json(body, { status: 500, headers: { [correlationIdHeader]: correlationId } });
}
