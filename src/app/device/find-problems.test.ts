import { afterEach, expect, test, vi } from 'vitest';
import { createFakePermission, createFakeWorld, userAgents } from '../testing/fake-device';
import { readBrowser } from './browser';
import type { DeviceWorld } from './device-world';
import { findProblems } from './find-problems';

afterEach(() => void vi.useRealTimers());

const probeUrl = 'https://frame.example/probe';

type Changes = Parameters<typeof createFakeWorld>[0];

async function find(changes: Changes = {}, url: string | null = probeUrl): Promise<string[]> {
  const { world } = createFakeWorld(changes);
  const problems = await findProblems(world, readBrowser(world), url);
  return problems.map(({ is }) => is);
}

const refuse: DeviceWorld['fetch'] = () => Promise.reject(new TypeError('Failed to fetch'));
const noCamera = { getUserMedia: () => Promise.reject(new Error('nobody asks')), enumerateDevices: async () => [] };

test('finds nothing on a healthy device, and opens no camera to look', async () => {
  const { world, opened } = createFakeWorld();
  expect(await findProblems(world, readBrowser(world), probeUrl)).toEqual([]);
  expect(opened).toEqual([]);
});

test.each<[string, Changes]>([
  ['offline', { isOnline: () => false }],
  ['cookies', { takesCookies: () => false }],
  ['storage', { takesStorage: () => false }],
  ['frame', { fetch: refuse }],
  ['cameraDenied', { permission: createFakePermission('denied') }],
  ['cameraDeniedByPolicy', { isCameraAllowedByPolicy: () => false }],
  ['cameraMissing', { mediaDevices: noCamera }],
  ['cameraUnsupported', { mediaDevices: undefined }],
  ['inApp', { userAgent: userAgents.instagramIos }],
])('finds %s', async (problem, changes) => {
  expect(await find(changes)).toEqual([problem]);
});

test('names the most fundamental first', async () => {
  expect(await find({ isSecureContext: false, mediaDevices: undefined, takesStorage: () => false })).toEqual([
    'insecure',
    'storage',
    'cameraUnsupported',
  ]);
});

test('leaves a view inside an unnamed app alone as long as it has a camera', async () => {
  expect(await find({ userAgent: userAgents.webViewAndroid })).toEqual([]);
  expect(await find({ userAgent: userAgents.webViewAndroid, mediaDevices: undefined })).toEqual([
    'inApp',
    'cameraUnsupported',
  ]);
});

test('tries no frame where no address tells the truth', async () => {
  expect(await find({ fetch: refuse }, null)).toEqual([]);
});

test('does not blame a frame that was refused once', async () => {
  const fetch = vi.fn<DeviceWorld['fetch']>().mockRejectedValueOnce(new TypeError('Failed to fetch'));
  fetch.mockResolvedValue(new Response());
  expect(await find({ fetch })).toEqual([]);
});

test('does not blame the frame when the connection goes meanwhile', async () => {
  const isOnline = vi.fn<() => boolean>().mockReturnValue(false).mockReturnValueOnce(true);
  expect(await find({ isOnline, fetch: refuse })).toEqual([]);
});

test('takes what does not answer in time for unknown, and unknown for no problem', async () => {
  vi.useFakeTimers();
  const silence = () => new Promise<never>(() => undefined);
  const found = find({
    fetch: silence,
    queryCameraPermission: silence,
    mediaDevices: { ...noCamera, enumerateDevices: silence },
  });
  await vi.advanceTimersByTimeAsync(1_500);
  expect(await found).toEqual([]);
});

test('takes what browsers refuse to tell for unknown', async () => {
  const refuseToTell = () => Promise.reject(new Error('not told'));
  expect(
    await find({
      queryCameraPermission: async () => undefined,
      mediaDevices: { ...noCamera, enumerateDevices: refuseToTell },
    }),
  ).toEqual([]);
});
