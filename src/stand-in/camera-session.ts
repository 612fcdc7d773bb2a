import { type CameraFault, closeCamera, faultOf } from './camera';
import type { FilmRecorder } from './film-recorder';

export type CameraState =
  | { name: 'closed' }
  | { name: 'opening' }
  | { name: 'live'; stream: MediaStream | null; ready: boolean }
  | { name: 'recording'; stream: MediaStream | null; secondsLeft: number }
  /** A picture or a film of the person. */
  | { name: 'taken'; file: File }
  | { name: 'faulty'; fault: CameraFault };

/**
 * The person's camera. Its stream is stopped as soon as it is no longer needed: when something was taken, at a fault, when
 * it is closed, and also when it comes after that.
 */
export interface CameraSession {
  subscribe(listener: () => void): () => void;
  getSnapshot(): CameraState;
  open(): Promise<void>;
  /** The live picture has begun to move. */
  markReady(): void;
  /** Keeps what `take` makes of the live picture. */
  takePhoto(take: () => Promise<File | undefined>): Promise<void>;
  /** Records a film of a few seconds and keeps it. */
  recordFilm(): void;
  close(): void;
}

export interface CameraSessionDependencies {
  /** What a browser without a camera to give says instead. */
  request(): Promise<MediaStream> | CameraFault;
  createRecorder(stream: MediaStream): FilmRecorder | undefined;
  /** Returns what cancels the call. */
  schedule(call: () => void, delayMs: number): () => void;
}

export const filmSeconds = 3;
/** People read the browser's question before they answer it. */
export const patienceMs = 30_000;
const firstPictureMs = 10_000;

export function createCameraSession(
  { request, createRecorder, schedule }: CameraSessionDependencies,
  first: CameraState = { name: 'closed' },
): CameraSession {
  const listeners = new Set<() => void>();
  let state = first;
  /** Counts the times that the camera was asked for: an answer to an earlier one comes too late. */
  let turn = 0;
  let cancelTimer: () => void = () => undefined;

  function show(next: CameraState) {
    const before = streamOf(state);
    if (before && before !== streamOf(next)) closeCamera(before);
    cancelTimer();
    cancelTimer = () => undefined;
    state = next;
    for (const listener of listeners) listener();
  }
  const fail = (fault: CameraFault) => show({ name: 'faulty', fault });

  function take(stream: MediaStream) {
    for (const track of stream.getTracks()) {
      track.addEventListener('ended', () => {
        if (streamOf(state) === stream) fail('lost');
      });
    }
    show({ name: 'live', stream, ready: false });
    cancelTimer = schedule(() => fail('failed'), firstPictureMs);
  }

  function countDown(recorder: FilmRecorder, stream: MediaStream, secondsLeft: number) {
    show({ name: 'recording', stream, secondsLeft });
    cancelTimer = schedule(() => {
      if (secondsLeft > 1) countDown(recorder, stream, secondsLeft - 1);
      else void keepFilm(recorder, stream);
    }, 1000);
  }

  async function keepFilm(recorder: FilmRecorder, stream: MediaStream) {
    const film = await recorder.stop().catch(() => undefined);
    if (streamOf(state) !== stream) return;
    if (film) show({ name: 'taken', file: film });
    else fail('failed');
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => state,
    async open() {
      turn += 1;
      const asked = turn;
      show({ name: 'opening' });
      const answer = request();
      if (typeof answer === 'string') return fail(answer);
      cancelTimer = schedule(() => fail('silent'), patienceMs);
      try {
        const stream = await answer;
        if (asked === turn) take(stream);
        else closeCamera(stream);
      } catch (error) {
        if (asked === turn) fail(faultOf(error));
      }
    },
    markReady() {
      if (state.name === 'live') show({ ...state, ready: true });
    },
    async takePhoto(takePicture) {
      const stream = streamOf(state);
      const picture = await takePicture();
      if (picture && stream && streamOf(state) === stream) show({ name: 'taken', file: picture });
    },
    recordFilm() {
      if (state.name !== 'live' || !state.stream) return;
      const { stream } = state;
      const recorder = createRecorder(stream);
      if (!recorder) return fail('no-recorder');
      recorder.start();
      countDown(recorder, stream, filmSeconds);
    },
    close() {
      turn += 1;
      show({ name: 'closed' });
    },
  };
}

function streamOf(state: CameraState): MediaStream | null {
  return state.name === 'live' || state.name === 'recording' ? state.stream : null;
}
