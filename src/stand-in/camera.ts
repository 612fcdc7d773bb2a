/** `insecure`: browsers give no camera to a page without HTTPS. `silent`: the browser did not answer. `lost`: it was taken away while in use. */
export type CameraFault = 'insecure' | 'missing' | 'denied' | 'busy' | 'failed' | 'silent' | 'lost' | 'no-recorder';

/** Asks for the camera that looks at the person; rejects as the browser does, if the browser ever answers. */
export function requestCamera(devices: MediaDevices): Promise<MediaStream> {
  return devices.getUserMedia({
    video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } },
    audio: false,
  });
}

export function closeCamera(stream: Pick<MediaStream, 'getTracks'>): void {
  for (const track of stream.getTracks()) track.stop();
}

/** The picture that the video shows now, as a JPEG; undefined while there is none. */
export async function takePicture(video: HTMLVideoElement): Promise<File | undefined> {
  if (video.videoWidth === 0) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.92));
  return blob ? new File([blob], 'selfie.jpg', { type: 'image/jpeg' }) : undefined;
}

export function faultOf(error: unknown): CameraFault {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}
