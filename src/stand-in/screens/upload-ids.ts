import type { Side } from '../screen';

/** Ids by which an upload's card, what is said of it and what can be done about it find each other. */
export function errorIdOf(side: Side): string {
  return `upload-error-${side ?? 'whole'}`;
}

export function inputIdOf(side: Side): string {
  return `upload-file-${side ?? 'whole'}`;
}
