export interface LoggedRequest {
  at: number;
  method: string;
  /** With its query, as it was signed but for secrets. */
  path: string;
  httpStatus: number;
  errorCode: number | null;
  description: string | null;
  /** The fault that was let happen to it. */
  fault?: string;
}

export interface RequestLog {
  add(request: LoggedRequest): void;
  /** Newest first. */
  list(): LoggedRequest[];
}

const kept = 200;

/** The last requests of the signed API, for the reviewer's panel; kept in memory only. */
export function createRequestLog(onAdd: () => void = () => undefined): RequestLog {
  let requests: LoggedRequest[] = [];
  return {
    add(request) {
      const path = request.path.replace(/([?&]secretKey=)[^&]*/g, '$1…');
      requests = [{ ...request, path }, ...requests].slice(0, kept);
      onAdd();
    },
    list: () => requests,
  };
}
