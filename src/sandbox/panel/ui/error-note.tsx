import { PanelError } from '../api/panel-http';

/** What went wrong, beside the action that caused it. */
export function ErrorNote({ error }: { error: Error | null }) {
  if (error === null) return null;
  return (
    <p className="error" role="alert">
      {error.message} {error instanceof PanelError && <small>{toReference(error)}</small>}
    </p>
  );
}

/** A sandbox that does not answer is told once, at the top of the page, and not beside every list. */
export function ReadErrorNote({ error }: { error: Error | null }) {
  const isToldAbove = error instanceof PanelError && error.httpStatus === null;
  return isToldAbove ? null : <ErrorNote error={error} />;
}

function toReference({ httpStatus, answer }: PanelError): string {
  const parts = [
    httpStatus === null ? undefined : `code ${httpStatus}`,
    answer.errorCode === undefined ? undefined : `errorCode ${answer.errorCode}`,
    answer.correlationId === undefined ? undefined : `correlationId ${answer.correlationId}`,
  ];
  return parts.filter(part => part !== undefined).join(', ');
}
