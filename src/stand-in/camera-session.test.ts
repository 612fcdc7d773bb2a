import { beforeEach, expect, test, vi } from 'vitest';
import { type CameraSession, createCameraSession, patienceMs } from './camera-session';

type Timer = { call: () => void; delayMs: number };

let timers: Timer[];
let answer: { resolve: (stream: MediaStream) => void; reject: (error: unknown) => void };
let stopRecording: () => Promise<File>;
let camera: CameraSession;

const film = () => new File(['film'], 'liveness.webm', { type: 'video/webm' });
const state = () => camera.getSnapshot();
const settle = () => new Promise(resolve => setTimeout(resolve));

/** A stream of one track that remembers whether it was stopped. */
function createStream() {
  const track = Object.assign(new EventTarget(), { stop: vi.fn() });
  const stream = { getTracks: () => [track] } as unknown as MediaStream;
  return { stream, track };
}

/** Lets the one timer that is planned ring. */
function ring() {
  expect(timers).toHaveLength(1);
  timers[0]?.call();
}

function create(request: () => Promise<MediaStream> | 'insecure' | 'missing' = () => new Promise(hold)) {
  camera = createCameraSession({
    request,
    createRecorder: () => ({ start: () => undefined, stop: () => stopRecording() }),
    schedule(call, delayMs) {
      const timer = { call, delayMs };
      timers.push(timer);
      return () => {
        timers = timers.filter(other => other !== timer);
      };
    },
  });
}
function hold(resolve: (stream: MediaStream) => void, reject: (error: unknown) => void) {
  answer = { resolve, reject };
}

async function openWith(stream: MediaStream) {
  void camera.open();
  answer.resolve(stream);
  await settle();
}

beforeEach(() => {
  timers = [];
  stopRecording = async () => film();
  create();
});

test('records a film of three seconds, counting down, and stops the camera', async () => {
  const { stream, track } = createStream();
  await openWith(stream);
  camera.markReady();
  expect(state()).toMatchObject({ name: 'live', ready: true });
  camera.recordFilm();
  for (const secondsLeft of [3, 2, 1]) {
    expect(state()).toMatchObject({ name: 'recording', secondsLeft });
    expect(track.stop).not.toHaveBeenCalled();
    ring();
  }
  await settle();
  expect(state()).toMatchObject({ name: 'taken', file: { name: 'liveness.webm', type: 'video/webm' } });
  expect(track.stop).toHaveBeenCalledOnce();
});

test('keeps a photo and stops the camera, and stays live where there was no picture', async () => {
  const { stream, track } = createStream();
  await openWith(stream);
  await camera.takePhoto(async () => undefined);
  expect(state().name).toBe('live');
  await camera.takePhoto(async () => new File(['photo'], 'selfie.jpg'));
  expect(state()).toMatchObject({ name: 'taken', file: { name: 'selfie.jpg' } });
  expect(track.stop).toHaveBeenCalledOnce();
});

test.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['TypeError', 'failed'],
])('calls the browser’s %s %s', async (name, fault) => {
  void camera.open();
  answer.reject(new DOMException('no', name));
  await settle();
  expect(state()).toEqual({ name: 'faulty', fault });
});

test.each(['insecure', 'missing'] as const)('says %s where the browser offers no camera at all', async fault => {
  create(() => fault);
  await camera.open();
  expect(state()).toEqual({ name: 'faulty', fault });
});

test('gives up on a browser that never answers, and takes its answer when it comes after all', async () => {
  const { stream, track } = createStream();
  void camera.open();
  expect(timers).toMatchObject([{ delayMs: patienceMs }]);
  ring();
  expect(state()).toEqual({ name: 'faulty', fault: 'silent' });
  answer.resolve(stream);
  await settle();
  expect(state()).toMatchObject({ name: 'live' });
  expect(track.stop).not.toHaveBeenCalled();
});

test('gives up on a camera whose picture never moves', async () => {
  const { stream, track } = createStream();
  await openWith(stream);
  ring();
  expect(state()).toEqual({ name: 'faulty', fault: 'failed' });
  expect(track.stop).toHaveBeenCalledOnce();
});

test('stops a camera that comes after the screen was left', async () => {
  const { stream, track } = createStream();
  void camera.open();
  camera.close();
  answer.resolve(stream);
  await settle();
  expect(state()).toEqual({ name: 'closed' });
  expect(track.stop).toHaveBeenCalledOnce();
});

test.each(['live', 'recording'])('notices that the camera is taken away while it is %s', async name => {
  const { stream, track } = createStream();
  await openWith(stream);
  if (name === 'recording') camera.recordFilm();
  track.dispatchEvent(new Event('ended'));
  expect(state()).toEqual({ name: 'faulty', fault: 'lost' });
  expect(timers).toEqual([]);
});

test('forgets a film that ends after the camera was closed', async () => {
  await openWith(createStream().stream);
  camera.recordFilm();
  ring();
  ring();
  ring();
  camera.close();
  await settle();
  expect(state()).toEqual({ name: 'closed' });
});

test('says that the camera failed where nothing was recorded', async () => {
  stopRecording = () => Promise.reject(new Error('nothing'));
  await openWith(createStream().stream);
  camera.recordFilm();
  ring();
  ring();
  ring();
  await settle();
  expect(state()).toEqual({ name: 'faulty', fault: 'failed' });
});
