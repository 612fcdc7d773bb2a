/** What keeps the camera from this page, told apart as far as browsers tell it. */
export type CameraProblem =
  | 'cameraDenied'
  | 'cameraDeniedBySystem'
  | 'cameraDeniedByPolicy'
  | 'cameraDismissed'
  | 'cameraMissing'
  | 'cameraBusy'
  | 'cameraUnsuitable'
  | 'cameraInterrupted'
  | 'cameraSwitchedOff'
  | 'cameraUnsupported'
  | 'cameraSilent'
  | 'cameraUnknown';

/** Something found wrong with a device, each with words of its own: `device.<is>.heading` and on. */
export type DeviceProblem =
  | { is: 'offline' | 'insecure' | 'cookies' | 'storage' | 'frame' }
  | { is: 'inApp'; app: string | null; menu: 'top' | 'anywhere' }
  | { is: CameraProblem };
