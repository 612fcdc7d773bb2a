import { expect, test } from 'vitest';
import type { Browser, BrowserName, System } from './browser';
import { toProblemView } from './device-view';
import type { CameraProblem, DeviceProblem } from './problem';

const aBrowser = (name: BrowserName, system: System): Browser => ({ name, system, inside: undefined });
const chrome = aBrowser('chrome-desktop', 'windows');

test.each([
  ['chrome-android', 'android', ['tapSiteIcon', 'allowInPermissions']],
  ['samsung', 'android', ['tapSiteIcon', 'allowInPermissions']],
  ['firefox-android', 'android', ['tapSiteIcon', 'firefoxTap']],
  ['safari-ios', 'ios', ['safariPageMenu', 'setCameraToAllow']],
  ['other-ios', 'ios', ['iosSettings', 'switchCameraOn']],
  ['safari-mac', 'mac', ['safariMenu', 'setCameraToAllow']],
  ['chrome-desktop', 'windows', ['clickSiteIcon', 'switchCameraOn']],
  ['edge-desktop', 'windows', ['clickSiteIcon', 'setCameraToAllow']],
  ['firefox-desktop', 'windows', ['firefoxIcon', 'firefoxUnblock']],
  ['other', 'other', ['siteSettings', 'setCameraToAllow']],
] as const)('tells people in %s where their browser keeps the permission', (name, system, steps) => {
  const view = toProblemView({ is: 'cameraDenied' }, aBrowser(name, system), false);
  expect(view.steps).toEqual([...steps, 'tryAgain']);
});

test.each([
  ['windows', 'windowsPrivacy'],
  ['mac', 'macPrivacy'],
  ['android', 'androidApps'],
  ['ios', 'iosSettings'],
  ['other', 'systemPrivacy'],
] as const)('tells people on %s where their system keeps it', (system, first) => {
  expect(toProblemView({ is: 'cameraDeniedBySystem' }, aBrowser('other', system), false).steps[0]).toBe(first);
});

test('names the browser of the phone to people inside an app', () => {
  const inside = (app: string, menu: 'top' | 'anywhere', system: System) =>
    toProblemView({ is: 'inApp', app, menu }, aBrowser('other', system), false).steps;
  expect(inside('Instagram', 'top', 'ios')).toEqual(['inAppMenuTop', 'inAppOpenSafari', 'inAppPaste']);
  expect(inside('LINE', 'anywhere', 'android')).toEqual(['inAppMenu', 'inAppOpenChrome', 'inAppPaste']);
});

const cameraProblems: CameraProblem[] = [
  'cameraDenied',
  'cameraDeniedBySystem',
  'cameraDeniedByPolicy',
  'cameraDismissed',
  'cameraMissing',
  'cameraBusy',
  'cameraUnsuitable',
  'cameraInterrupted',
  'cameraSwitchedOff',
  'cameraUnsupported',
  'cameraSilent',
  'cameraUnknown',
];

test.each(cameraProblems)('%s leaves the phone as a way out, and files where the level takes them', is => {
  expect(toProblemView({ is }, chrome, false).ways).toEqual(expect.arrayContaining(['phone', 'files']));
  expect(toProblemView({ is }, chrome, true).ways).not.toContain('files');
});

test.each<DeviceProblem>([{ is: 'frame' }, { is: 'storage' }, { is: 'inApp', app: 'LINE', menu: 'anywhere' }])(
  'lets people go on anyway where it may be wrong: %o',
  problem => {
    expect(toProblemView(problem, chrome, true).ways).toContain('go-on');
  },
);
