import type { CameraFault } from '../camera';
import type { CameraState } from '../camera-session';
import type { TextKey, Texts } from '../texts';
import type { ErrorMessage } from './error-messages';

const remedies = {
  insecure: 'selfie.cameraInsecure',
  missing: 'selfie.cameraMissing',
  denied: 'selfie.cameraDenied',
  busy: 'selfie.cameraBusy',
  failed: 'selfie.cameraFailed',
  silent: 'selfie.cameraSilent',
  lost: 'selfie.cameraLost',
  'no-recorder': 'selfie.cameraNoRecorder',
} as const satisfies Record<CameraFault, TextKey>;

/** Why the camera cannot be used, with what can be done about it; the way out is below on the screen. */
export function listCameraErrors(state: CameraState, texts: Texts): ErrorMessage[] {
  if (state.name !== 'faulty') return [];
  const text = `${texts.say(remedies[state.fault])}. ${texts.say('selfie.wayOut')}`;
  return [{ id: 'camera-error', kind: 'warn', title: texts.say('selfie.cameraTitle'), text }];
}
