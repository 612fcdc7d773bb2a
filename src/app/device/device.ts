import { type Browser, readBrowser } from './browser';
import type { DeviceWorld } from './device-world';
import { findProblems } from './find-problems';
import { type OpenedCamera, openCamera } from './open-camera';
import type { DeviceProblem } from './problem';

/** The person has to read a question and find the answer; a browser that is silent for longer than that stays silent. */
const patienceMs = 20_000;

/** The device that the page is open on. */
export interface Device {
  browser: Browser;
  address: string;
  /** Asks the person nothing and leaves the camera alone; most fundamental problem first. */
  findProblems: (probeUrl: string | null) => Promise<DeviceProblem[]>;
  /** Only after a press: the browser may ask the person. */
  openCamera: (signal: AbortSignal) => Promise<OpenedCamera>;
  /** Tells when it may be different: connection, permission. */
  onChange: (listener: () => void) => () => void;
  /** Tells when the person looks elsewhere. */
  onHidden: (listener: () => void) => () => void;
  copy: (text: string) => Promise<boolean>;
}

export function createDevice(world: DeviceWorld): Device {
  const browser = readBrowser(world);
  return {
    browser,
    address: world.address,
    findProblems: probeUrl => findProblems(world, browser, probeUrl),
    openCamera: signal => openCamera(world, { patienceMs, signal }),
    onChange(listener) {
      const ends = [world.listen('online', listener), world.listen('offline', listener)];
      let isOver = false;
      void world.queryCameraPermission().then(permission => {
        if (isOver || !permission) return;
        permission.addEventListener('change', listener);
        ends.push(() => permission.removeEventListener('change', listener));
      });
      return () => {
        isOver = true;
        for (const end of ends) end();
      };
    },
    onHidden: listener => world.listen('hidden', listener),
    copy: text =>
      world.copy(text).then(
        () => true,
        () => false,
      ),
  };
}
