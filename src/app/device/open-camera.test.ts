import { afterEach, expect, test, vi } from 'vitest';
import { createFakeStream, createFakeWorld } from '../testing/fake-device';
import { openCamera } from './open-camera';

afterEach(() => void vi.useRealTimers());

function createSlowWorld() {
  let resolve: (stream: MediaStream) => void = () => undefined;
  const promise = new Promise<MediaStream>(resolveIt => {
    resolve = resolveIt;
  });
  const { world } = createFakeWorld();
  const mediaDevices = { enumerateDevices: async () => [], getUserMedia: () => promise };
  return { answer: { promise, resolve }, world: { ...world, mediaDevices } };
}

test('says that there is no camera for pages where the browser has none to offer', async () => {
  const { world } = createFakeWorld({ mediaDevices: undefined });
  const { signal } = new AbortController();
  expect(await openCamera(world, { patienceMs: 1, signal })).toEqual({ is: 'failed', problem: 'cameraUnsupported' });
});

test('gives up on a browser that never answers, and stops a stream that comes after all', async () => {
  vi.useFakeTimers();
  const { answer, world } = createSlowWorld();
  const opening = openCamera(world, { patienceMs: 20_000, signal: new AbortController().signal });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await opening).toEqual({ is: 'failed', problem: 'cameraSilent' });
  const late = createFakeStream();
  answer.resolve(late.stream);
  await answer.promise;
  expect(late.track.isStopped).toBe(true);
});

test('stops a stream that comes when nobody waits any more', async () => {
  const { answer, world } = createSlowWorld();
  const controller = new AbortController();
  const opening = openCamera(world, { patienceMs: 20_000, signal: controller.signal });
  controller.abort();
  await opening;
  const late = createFakeStream();
  answer.resolve(late.stream);
  await answer.promise;
  expect(late.track.isStopped).toBe(true);
});

test('hands out a camera that tells its end and can be stopped', async () => {
  const { world, opened } = createFakeWorld();
  const camera = await openCamera(world, { patienceMs: 20_000, signal: new AbortController().signal });
  if (camera.is !== 'open') throw new Error(camera.problem);
  const ended = vi.fn();
  camera.camera.onEnd(ended);
  opened[0]?.track.dispatchEvent(new Event('ended'));
  expect(ended).toHaveBeenCalledOnce();
  camera.camera.stop();
  expect(opened[0]?.track.isStopped).toBe(true);
});
