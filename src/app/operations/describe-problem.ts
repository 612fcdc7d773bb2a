import { ProblemError } from '../api/http';

/** What went wrong, for somebody who can look into the log. */
export function describeProblem(error: Error): string {
  if (!(error instanceof ProblemError)) return 'This page has a fault. Reload it.';
  const request = error.requestId ? ` The log of the app says more: request ${error.requestId}.` : '';
  if (error.code === 'unreachable') return 'The app does not answer. Is it running?';
  if (error.code === 'rate-limited') return 'Too many requests. Wait a minute and try again.';
  if (error.code === 'database-unavailable') return `The database cannot be reached.${request}`;
  return `The app refused: ${error.code}.${request}`;
}
