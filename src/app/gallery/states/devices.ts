import type { DeviceState, GalleryState } from '../gallery-state';
import { person } from './people';

const check = { path: '/check-device', session: person('not-started', null) } as const;

/** Every problem once, and the blocked camera in each browser that keeps it somewhere else. */
const problems: readonly [name: string, title: string, device: DeviceState & { problem: { is: string } }][] = [
  ['offline', 'Offline', { problem: { is: 'offline' } }],
  ['insecure', 'Not opened securely', { problem: { is: 'insecure' }, browser: 'chrome-desktop', system: 'windows' }],
  ['in-app', 'Inside an app', { problem: { is: 'inApp', app: 'Instagram', menu: 'top' } }],
  [
    'in-app-ios',
    'Inside an app on an iPhone',
    { problem: { is: 'inApp', app: 'LINE', menu: 'anywhere' }, browser: 'other-ios', system: 'ios' },
  ],
  ['in-app-unnamed', 'Inside an app without a name', { problem: { is: 'inApp', app: null, menu: 'anywhere' } }],
  ['cookies', 'Cookies are blocked', { problem: { is: 'cookies' } }],
  ['storage', 'Storage is blocked', { problem: { is: 'storage' } }],
  ['frame', 'The checking service is out of reach', { problem: { is: 'frame' } }],
  ['camera-denied', 'Camera blocked, Chrome on Android', { problem: { is: 'cameraDenied' } }],
  ['camera-denied-samsung', 'Camera blocked, Samsung', { problem: { is: 'cameraDenied' }, browser: 'samsung' }],
  [
    'camera-denied-safari-ios',
    'Camera blocked, Safari on an iPhone',
    { problem: { is: 'cameraDenied' }, browser: 'safari-ios', system: 'ios' },
  ],
  [
    'camera-denied-other-ios',
    'Camera blocked, another browser on an iPhone',
    { problem: { is: 'cameraDenied' }, browser: 'other-ios', system: 'ios' },
  ],
  [
    'camera-denied-chrome',
    'Camera blocked, Chrome',
    { problem: { is: 'cameraDenied' }, browser: 'chrome-desktop', system: 'windows' },
  ],
  [
    'camera-denied-firefox',
    'Camera blocked, Firefox',
    { problem: { is: 'cameraDenied' }, browser: 'firefox-desktop', system: 'windows' },
  ],
  [
    'camera-denied-safari',
    'Camera blocked, Safari',
    { problem: { is: 'cameraDenied' }, browser: 'safari-mac', system: 'mac' },
  ],
  [
    'camera-denied-windows',
    'Camera blocked by Windows',
    { problem: { is: 'cameraDeniedBySystem' }, browser: 'edge-desktop', system: 'windows' },
  ],
  [
    'camera-denied-mac',
    'Camera blocked by a Mac',
    { problem: { is: 'cameraDeniedBySystem' }, browser: 'safari-mac', system: 'mac' },
  ],
  ['camera-forbidden', 'Camera forbidden by a rule', { problem: { is: 'cameraDeniedByPolicy' } }],
  ['camera-dismissed', 'Camera not allowed yet', { problem: { is: 'cameraDismissed' } }],
  ['camera-missing', 'No camera on a phone', { problem: { is: 'cameraMissing' } }],
  [
    'camera-missing-desktop',
    'No camera on a computer',
    { problem: { is: 'cameraMissing' }, browser: 'chrome-desktop', system: 'windows' },
  ],
  ['camera-busy', 'Camera in use', { problem: { is: 'cameraBusy' } }],
  ['camera-unsuitable', 'Camera can’t be used', { problem: { is: 'cameraUnsuitable' } }],
  ['camera-interrupted', 'Camera stopped', { problem: { is: 'cameraInterrupted' } }],
  ['camera-off', 'Camera switched off for every page', { problem: { is: 'cameraSwitchedOff' } }],
  ['camera-unsupported', 'Browser knows no cameras', { problem: { is: 'cameraUnsupported' } }],
  ['camera-silent', 'Camera does not answer', { problem: { is: 'cameraSilent' } }],
  ['camera-unknown', 'Camera did not start', { problem: { is: 'cameraUnknown' } }],
];

export const deviceStates: Readonly<Record<string, GalleryState>> = {
  'device-ready': {
    title: 'Nothing is in the way',
    ...check,
    says: [t => t('device.ready.heading')],
  },
  'device-asking': {
    title: 'The browser asks for the camera',
    ...check,
    device: { camera: 'asks' },
    presses: [t => t('device.testCamera')],
    says: [t => t('device.asking.heading')],
  },
  'device-live': {
    title: 'The camera works',
    ...check,
    device: { camera: 'works' },
    presses: [t => t('device.testCamera')],
    says: [t => t('device.live.heading')],
  },
  ...Object.fromEntries(
    problems.map(([name, title, device]): [string, GalleryState] => [
      `device-${name}`,
      { title, ...check, device, says: [t => t(`device.${device.problem.is}.heading`)] },
    ]),
  ),
  'device-same': {
    title: 'Tried again, nothing has changed',
    ...check,
    device: { problem: { is: 'cookies' } },
    presses: [t => t('tryAgain')],
    says: [t => t('device.same')],
  },
  'device-still-blocked': {
    title: 'Tried again, the camera is still blocked',
    ...check,
    device: { problem: { is: 'cameraDenied' }, camera: 'denied' },
    presses: [t => t('tryAgain')],
    says: [t => t('device.stillBlocked')],
  },
  'device-film': {
    title: 'Camera blocked at a level that takes no files',
    ...check,
    configuration: { requirements: [{ need: 'selfie', as: 'film' }] },
    device: { problem: { is: 'cameraDenied' } },
    says: [t => t('device.cameraDenied.heading')],
  },
};
