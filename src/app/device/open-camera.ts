import type { DeviceWorld } from './device-world';
import type { CameraProblem } from './problem';
import { readCameraError } from './read-camera-error';

export interface Camera {
  stream: MediaStream;
  /** Called when the camera ends by itself: unplugged, taken away, forbidden. */
  onEnd: (listener: () => void) => void;
  stop: () => void;
}

export type OpenedCamera = { is: 'open'; camera: Camera } | { is: 'failed'; problem: CameraProblem };

/**
 * Opens the camera, which may make the browser ask the person. Some browsers never answer: after `patienceMs`, or once
 * `signal` is aborted, nobody waits any more, and a stream that comes later is stopped at once.
 */
export async function openCamera(
  world: Pick<DeviceWorld, 'mediaDevices' | 'queryCameraPermission' | 'isCameraAllowedByPolicy'>,
  { patienceMs, signal }: { patienceMs: number; signal: AbortSignal },
): Promise<OpenedCamera> {
  const { mediaDevices } = world;
  if (!mediaDevices) return { is: 'failed', problem: 'cameraUnsupported' };
  let isGivenUp = false;
  try {
    const asked = mediaDevices.getUserMedia({ video: { facingMode: 'user' } });
    asked.then(
      stream => isGivenUp && stopTracks(stream),
      () => undefined,
    );
    const stream = await Promise.race([asked, waitFor(patienceMs, signal)]);
    if (stream) return { is: 'open', camera: toCamera(stream) };
    isGivenUp = true;
    return { is: 'failed', problem: 'cameraSilent' };
  } catch (error) {
    const permission = (await world.queryCameraPermission())?.state ?? 'unknown';
    const isAllowedByPolicy = world.isCameraAllowedByPolicy();
    return { is: 'failed', problem: readCameraError(error, { permission, isAllowedByPolicy }) };
  }
}

function waitFor(ms: number, signal: AbortSignal): Promise<undefined> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms, undefined);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
  });
}

function toCamera(stream: MediaStream): Camera {
  return {
    stream,
    onEnd(listener) {
      for (const track of stream.getVideoTracks()) track.addEventListener('ended', listener);
    },
    stop: () => stopTracks(stream),
  };
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
