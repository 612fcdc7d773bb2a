import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { requestCamera, takePicture } from '../camera';
import { type CameraSession, type CameraState, createCameraSession } from '../camera-session';
import { createFilmRecorder } from '../film-recorder';

export interface Camera extends Omit<CameraSession, 'subscribe' | 'getSnapshot' | 'takePhoto'> {
  state: CameraState;
  /** Goes on the video element of the live picture. */
  video: RefObject<HTMLVideoElement | null>;
  takePhoto(): Promise<void>;
}

/** The person's camera for as long as the screen is there; `first` is how a preview finds it. */
export function useCamera(first: CameraState | undefined): Camera {
  const [session] = useState(() => createBrowserCamera(first));
  const state = useSyncExternalStore(session.subscribe, session.getSnapshot);
  const video = useRef<HTMLVideoElement>(null);
  const stream = state.name === 'live' || state.name === 'recording' ? state.stream : null;

  useEffect(() => {
    if (first) return;
    return () => session.close();
  }, [session, first]);
  useEffect(() => {
    if (video.current && stream) video.current.srcObject = stream;
  }, [stream]);

  return {
    ...session,
    state,
    video,
    takePhoto: () => session.takePhoto(async () => (video.current ? takePicture(video.current) : undefined)),
  };
}

function createBrowserCamera(first: CameraState | undefined): CameraSession {
  return createCameraSession(
    {
      request() {
        if (!window.isSecureContext) return 'insecure';
        // Typed as always there; web views exist that leave it out.
        const devices: MediaDevices | undefined = navigator.mediaDevices;
        return devices === undefined ? 'missing' : requestCamera(devices);
      },
      createRecorder: createFilmRecorder,
      schedule(call, delayMs) {
        const timer = setTimeout(call, delayMs);
        return () => clearTimeout(timer);
      },
    },
    first,
  );
}
