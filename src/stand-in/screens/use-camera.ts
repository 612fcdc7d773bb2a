import { type RefObject, useEffect, useRef, useState } from 'react';
import { type CameraFault, closeCamera, openCamera, takePicture } from '../camera';

export type CameraState =
  | { name: 'closed' }
  | { name: 'opening' }
  | { name: 'live'; stream: MediaStream; ready: boolean }
  | { name: 'taken'; picture: File }
  | { name: 'faulty'; fault: CameraFault };

export interface Camera {
  state: CameraState;
  /** Goes on the video element of the live picture. */
  video: RefObject<HTMLVideoElement | null>;
  open(): Promise<void>;
  /** The live picture has begun to move. */
  markReady(): void;
  take(): Promise<void>;
  close(): void;
}

/** The person's camera; its stream is stopped as soon as the live state is left, also by leaving the screen. */
export function useCamera(): Camera {
  const [state, setState] = useState<CameraState>({ name: 'closed' });
  const video = useRef<HTMLVideoElement>(null);
  const isMounted = useRef(false);
  const stream = state.name === 'live' ? state.stream : undefined;

  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);
  useEffect(() => {
    if (!stream) return;
    if (video.current) video.current.srcObject = stream;
    return () => closeCamera(stream);
  }, [stream]);

  return {
    state,
    video,
    async open() {
      setState({ name: 'opening' });
      const answer = await openCamera(navigator.mediaDevices);
      if (answer.kind === 'fault') setState({ name: 'faulty', fault: answer.fault });
      else if (isMounted.current) setState({ name: 'live', stream: answer.stream, ready: false });
      else closeCamera(answer.stream);
    },
    markReady: () => setState(current => (current.name === 'live' ? { ...current, ready: true } : current)),
    async take() {
      const picture = video.current ? await takePicture(video.current) : undefined;
      if (picture) setState({ name: 'taken', picture });
    },
    close: () => setState({ name: 'closed' }),
  };
}
