/** The browser's own things, as far as a look at the device needs them. */
export interface DeviceWorld {
  userAgent: string;
  touchPoints: number;
  isTelegram: boolean;
  /** Address of the page. */
  address: string;
  isSecureContext: boolean;
  isOnline: () => boolean;
  takesCookies: () => boolean;
  takesStorage: () => boolean;
  isCameraAllowedByPolicy: () => boolean;
  /** Absent in pages that are not secure and in old browsers. */
  mediaDevices: Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'> | undefined;
  queryCameraPermission: () => Promise<PermissionStatus | undefined>;
  fetch: typeof globalThis.fetch;
  copy: (text: string) => Promise<void>;
  /** `online`, `offline`, and `hidden` when the person looks elsewhere. */
  listen: (event: 'online' | 'offline' | 'hidden', listener: () => void) => () => void;
}

export function readDeviceWorld(): DeviceWorld {
  const { navigator } = window;
  return {
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    isTelegram: 'TelegramWebview' in window || 'TelegramWebviewProxy' in window,
    address: window.location.href,
    isSecureContext: window.isSecureContext,
    isOnline: () => navigator.onLine,
    takesCookies: () => navigator.cookieEnabled,
    takesStorage,
    isCameraAllowedByPolicy,
    // TypeScript believes that it is always there.
    mediaDevices: (navigator as Partial<Navigator>).mediaDevices,
    async queryCameraPermission() {
      try {
        return await navigator.permissions.query({ name: 'camera' });
      } catch {
        return undefined; // no such interface, or none that knows of cameras
      }
    },
    fetch: (input, init) => window.fetch(input, init),
    copy: text => navigator.clipboard.writeText(text),
    listen(event, listener) {
      if (event !== 'hidden') {
        window.addEventListener(event, listener);
        return () => window.removeEventListener(event, listener);
      }
      const hear = () => {
        if (document.visibilityState === 'hidden') listener();
      };
      document.addEventListener('visibilitychange', hear);
      return () => document.removeEventListener('visibilitychange', hear);
    },
  };
}

function takesStorage(): boolean {
  try {
    const key = 'device-check';
    window.localStorage.setItem(key, key);
    window.localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** Chromium's interface; where there is none nothing is known, and unknown is allowed. */
function isCameraAllowedByPolicy(): boolean {
  const policy: unknown = Reflect.get(document, 'permissionsPolicy') ?? Reflect.get(document, 'featurePolicy');
  if (typeof policy !== 'object' || policy === null) return true;
  const allows: unknown = Reflect.get(policy, 'allowsFeature');
  return typeof allows === 'function' ? allows.call(policy, 'camera') !== false : true;
}
