import type { Device } from './device';
import type { Camera } from './open-camera';
import type { DeviceProblem } from './problem';

export type DeviceState =
  | { is: 'checking' }
  /** `check` tells whether somebody who tried again is waiting, or was told that nothing has changed. */
  | { is: 'problem'; problem: DeviceProblem; check: 'first' | 'running' | 'same' }
  | { is: 'ready' }
  | { is: 'asking' }
  | { is: 'live'; stream: MediaStream };

/** One look at the device after the other, with a camera that is never left on. */
export interface DeviceCheck {
  getSnapshot: () => DeviceState;
  subscribe: (listener: () => void) => () => void;
  checkAgain: () => void;
  testCamera: () => void;
  stopCamera: () => void;
  close: () => void;
}

export function createDeviceCheck(device: Device, probeUrl: string | null): DeviceCheck {
  const listeners = new Set<() => void>();
  let state: DeviceState = { is: 'checking' };
  let camera: Camera | undefined;
  /** Of whatever is under way; what comes after it was aborted is thrown away. */
  let current = new AbortController();

  const show = (next: DeviceState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  const begin = (): AbortSignal => {
    current.abort();
    current = new AbortController();
    camera?.stop();
    camera = undefined;
    return current.signal;
  };

  const check = async () => {
    const signal = begin();
    const [problem] = await device.findProblems(probeUrl);
    if (signal.aborted) return;
    if (!problem) show({ is: 'ready' });
    else {
      const isSame = state.is === 'problem' && state.check !== 'first' && state.problem.is === problem.is;
      show({ is: 'problem', problem, check: isSame ? 'same' : 'first' });
    }
  };

  const test = async () => {
    const signal = begin();
    const before = state.is === 'problem' ? state.problem.is : undefined;
    show({ is: 'asking' });
    const opened = await device.openCamera(signal);
    if (signal.aborted) {
      if (opened.is === 'open') opened.camera.stop();
      return;
    }
    if (opened.is === 'failed') {
      show({ is: 'problem', problem: { is: opened.problem }, check: opened.problem === before ? 'same' : 'first' });
      return;
    }
    camera = opened.camera;
    camera.onEnd(() => {
      if (signal.aborted) return;
      begin();
      show({ is: 'problem', problem: { is: 'cameraInterrupted' }, check: 'first' });
    });
    show({ is: 'live', stream: camera.stream });
  };

  const stop = () => {
    begin();
    show({ is: 'ready' });
  };

  const ends = [
    // While the camera is asked for or on, its own answer counts.
    device.onChange(() => {
      if (state.is !== 'asking' && state.is !== 'live') void check();
    }),
    device.onHidden(() => {
      if (state.is === 'live') stop();
    }),
  ];
  void check();

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    checkAgain() {
      if (state.is === 'problem') show({ ...state, check: 'running' });
      void check();
    },
    testCamera: () => void test(),
    stopCamera: stop,
    close() {
      begin();
      for (const end of ends) end();
    },
  };
}
