export type CameraFault = 'missing' | 'denied' | 'busy' | 'failed';
export type CameraAnswer = { kind: 'open'; stream: MediaStream } | { kind: 'fault'; fault: CameraFault };

/** Asks for the camera that looks at the person. Never rejects. */
export async function openCamera(devices: MediaDevices | undefined): Promise<CameraAnswer> {
  if (!devices?.getUserMedia) return { kind: 'fault', fault: 'missing' };
  try {
    const stream = await devices.getUserMedia({ video: { facingMode: 'user' }, audio: false });
    return { kind: 'open', stream };
  } catch (error) {
    return { kind: 'fault', fault: faultOf(error) };
  }
}

export function closeCamera(stream: MediaStream): void {
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

function faultOf(error: unknown): CameraFault {
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
