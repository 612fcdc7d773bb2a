import type { DeviceWorld } from '../device/device-world';

export const userAgents = {
  chromeAndroid:
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36',
  chromeDesktop:
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0',
  safariIos:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
  chromeIos:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/143.0.0.0 Mobile/15E148 Safari/604.1',
  safariMac:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
  firefoxDesktop: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0',
  firefoxAndroid: 'Mozilla/5.0 (Android 15; Mobile; rv:146.0) Gecko/146.0 Firefox/146.0',
  samsung:
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
  instagramIos:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 390.0.0.0 (iPhone15,2; iOS 18_6; en_US)',
  facebookAndroid:
    'Mozilla/5.0 (Linux; Android 15; Pixel 8 Build/AP3A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/143.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/500.0.0.0;]',
  webViewAndroid:
    'Mozilla/5.0 (Linux; Android 15; Pixel 8 Build/AP3A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/143.0.0.0 Mobile Safari/537.36',
  webViewIos:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
} as const;

/** A camera's stream, with what became of its track in plain sight. */
export function createFakeStream() {
  const track = Object.assign(new EventTarget(), {
    isStopped: false,
    stop() {
      track.isStopped = true;
    },
  });
  const stream = { getTracks: () => [track], getVideoTracks: () => [track] } as unknown as MediaStream;
  return { stream, track };
}

export type FakePermission = EventTarget & { state: PermissionState };

export function createFakePermission(state: PermissionState): FakePermission {
  return Object.assign(new EventTarget(), { state });
}

/** A healthy desktop computer with a camera that nobody was asked about yet; `changes` make it ill. */
export function createFakeWorld(changes: Partial<DeviceWorld> & { permission?: FakePermission } = {}) {
  const { permission = createFakePermission('prompt'), ...others } = changes;
  const opened: ReturnType<typeof createFakeStream>[] = [];
  const copied: string[] = [];
  const listeners = new Map<string, Set<() => void>>();
  const world: DeviceWorld = {
    userAgent: userAgents.chromeDesktop,
    touchPoints: 0,
    isTelegram: false,
    address: 'https://portico.example/check-device',
    isSecureContext: true,
    isOnline: () => true,
    takesCookies: () => true,
    takesStorage: () => true,
    isCameraAllowedByPolicy: () => true,
    mediaDevices: {
      enumerateDevices: async () => [{ kind: 'videoinput' } as MediaDeviceInfo],
      async getUserMedia() {
        if (permission.state === 'denied') throw new DOMException('Permission denied', 'NotAllowedError');
        const fake = createFakeStream();
        opened.push(fake);
        return fake.stream;
      },
    },
    queryCameraPermission: async () => permission as unknown as PermissionStatus,
    fetch: async () => new Response(),
    async copy(text) {
      copied.push(text);
    },
    listen(event, listener) {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard.add(listener));
      return () => heard.delete(listener);
    },
    ...others,
  };
  return {
    world,
    permission,
    opened,
    copied,
    dispatch(event: 'online' | 'offline' | 'hidden') {
      for (const listener of listeners.get(event) ?? []) listener();
    },
    change(state: PermissionState) {
      permission.state = state;
      permission.dispatchEvent(new Event('change'));
    },
  };
}
