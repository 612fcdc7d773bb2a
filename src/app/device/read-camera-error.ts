import type { CameraProblem } from './problem';

/** What is known beside the error: browsers give several causes one name. */
export interface CameraCircumstances {
  permission: PermissionState | 'unknown';
  /** False where the page itself, or whoever framed it, forbids the camera. */
  isAllowedByPolicy: boolean;
}

/** Which of the problems an error of `getUserMedia` is, by https://www.w3.org/TR/mediacapture-streams/ and by what browsers do. */
export function readCameraError(error: unknown, circumstances: CameraCircumstances): CameraProblem {
  switch (readName(error)) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      return readDenial(readMessage(error), circumstances);
    case 'NotFoundError':
    case 'DevicesNotFoundError':
      return 'cameraMissing';
    case 'NotReadableError':
    case 'TrackStartError':
      return 'cameraBusy';
    case 'OverconstrainedError':
      return 'cameraUnsuitable';
    case 'AbortError':
      return 'cameraInterrupted';
    case 'SecurityError':
      return 'cameraSwitchedOff';
    case 'TypeError':
      return 'cameraUnsupported';
    default:
      return 'cameraUnknown';
  }
}

function readDenial(message: string, { permission, isAllowedByPolicy }: CameraCircumstances): CameraProblem {
  if (!isAllowedByPolicy) return 'cameraDeniedByPolicy';
  // Chromium's own words, in English whatever the language; a page that is allowed and refused was refused by the system.
  if (/by system/i.test(message) || permission === 'granted') return 'cameraDeniedBySystem';
  if (/dismissed/i.test(message) || permission === 'prompt') return 'cameraDismissed';
  return 'cameraDenied';
}

function readName(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : undefined;
}

function readMessage(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.message : '';
}
