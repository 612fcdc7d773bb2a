import type { Browser } from './browser';
import type { DeviceWorld } from './device-world';
import type { DeviceProblem } from './problem';

/** Longer than that is unknown, and unknown is no problem. */
const frameLimitMs = 1_500;
const permissionLimitMs = 500;

/**
 * What is known to be wrong, without asking the person anything and without touching the camera; most fundamental first.
 * `probeUrl` is an address of the checking service that answers to every page, where one is known.
 */
export async function findProblems(
  world: DeviceWorld,
  browser: Browser,
  probeUrl: string | null,
): Promise<DeviceProblem[]> {
  if (!world.isOnline()) return [{ is: 'offline' }];
  const [camera, frame] = await Promise.all([
    findCameraProblem(world),
    probeUrl === null ? undefined : findFrameProblem(world, probeUrl),
  ]);
  const problems = [
    world.isSecureContext ? undefined : ({ is: 'insecure' } as const),
    findInAppProblem(browser, camera),
    world.takesCookies() ? undefined : ({ is: 'cookies' } as const),
    world.takesStorage() ? undefined : ({ is: 'storage' } as const),
    frame,
    camera,
  ];
  return problems.filter(problem => problem !== undefined);
}

/** An app's view that shows no name is a problem only where it keeps the camera from its pages. */
function findInAppProblem({ inside }: Browser, camera: DeviceProblem | undefined): DeviceProblem | undefined {
  if (inside?.is === 'named') return { is: 'inApp', app: inside.app, menu: inside.menu };
  return inside && camera?.is === 'cameraUnsupported' ? { is: 'inApp', app: null, menu: 'anywhere' } : undefined;
}

async function findCameraProblem(world: DeviceWorld): Promise<DeviceProblem | undefined> {
  if (!world.isCameraAllowedByPolicy()) return { is: 'cameraDeniedByPolicy' };
  if (!world.mediaDevices) return { is: 'cameraUnsupported' };
  const [devices, permission] = await Promise.all([
    within(permissionLimitMs, world.mediaDevices.enumerateDevices()),
    within(permissionLimitMs, world.queryCameraPermission()),
  ]);
  if (permission?.state === 'denied') return { is: 'cameraDenied' };
  if (devices && !devices.some(({ kind }) => kind === 'videoinput')) return { is: 'cameraMissing' };
  return undefined;
}

/** Two refusals at once while the rest of the network works: a blocker, or a network that lets nobody there. */
async function findFrameProblem(world: DeviceWorld, probeUrl: string): Promise<DeviceProblem | undefined> {
  const isRefused = () =>
    world
      .fetch(probeUrl, {
        mode: 'no-cors',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      })
      .then(
        () => false,
        () => world.isOnline(),
      );
  const verdict = await within(
    frameLimitMs,
    isRefused().then(refused => refused && isRefused()),
  );
  return verdict ? { is: 'frame' } : undefined;
}

/** Undefined where the answer takes too long or fails. */
function within<T>(limitMs: number, answer: Promise<T>): Promise<T | undefined> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, limitMs, undefined);
    answer.then(resolve, () => resolve(undefined)).finally(() => clearTimeout(timer));
  });
}
