import type { Device, DeviceState } from './gallery-state';

const nothing = () => undefined;

/** A device on which the camera and whatever is wrong with it are said, and not real. */
export function createFixedDevice({ problem, browser, system, camera }: DeviceState): Device {
  return {
    browser: { name: browser ?? 'chrome-android', system: system ?? 'android', inside: undefined },
    address: 'https://check.invalid/check-device',
    findProblems: async () => (problem ? [problem] : []),
    openCamera: () => {
      switch (camera) {
        case 'works':
          return Promise.resolve({ is: 'open', camera: { stream: new MediaStream(), onEnd: nothing, stop: nothing } });
        case 'denied':
          return Promise.resolve({ is: 'failed', problem: 'cameraDenied' });
        default:
          return new Promise(nothing);
      }
    },
    onChange: () => nothing,
    onHidden: () => nothing,
    copy: async () => true,
  };
}
