import type { Browser, BrowserName, System } from './browser';
import type { CameraProblem, DeviceProblem } from './problem';

/** One thing to do, in the order in which it is done: `device.step.<name>`. */
export type Step =
  | 'tapSiteIcon'
  | 'clickSiteIcon'
  | 'allowInPermissions'
  | 'switchCameraOn'
  | 'setCameraToAllow'
  | 'safariPageMenu'
  | 'safariMenu'
  | 'iosSettings'
  | 'firefoxIcon'
  | 'firefoxUnblock'
  | 'firefoxTap'
  | 'siteSettings'
  | 'windowsPrivacy'
  | 'windowsAllow'
  | 'macPrivacy'
  | 'macAllow'
  | 'androidApps'
  | 'systemPrivacy'
  | 'systemAllow'
  | 'tryAgain'
  | 'connectCamera'
  | 'closeApps'
  | 'closeTabs'
  | 'restart'
  | 'lookForQuestion'
  | 'inAppMenuTop'
  | 'inAppMenu'
  | 'inAppOpenSafari'
  | 'inAppOpenChrome'
  | 'inAppPaste'
  | 'cookieSettings'
  | 'allowCookies'
  | 'normalWindow'
  | 'allowStorage'
  | 'unblock'
  | 'otherNetwork';

/** A way out; the first of several is the one to take. */
export type Way = 'check-again' | 'open-camera' | 'copy-link' | 'secure' | 'files' | 'go-on' | 'phone';

export interface ProblemView {
  problem: DeviceProblem;
  steps: readonly Step[];
  ways: readonly Way[];
}

/** Where each browser keeps what it was told about the camera of a page. */
const permissionSteps: Record<BrowserName, readonly Step[]> = {
  'chrome-android': ['tapSiteIcon', 'allowInPermissions'],
  samsung: ['tapSiteIcon', 'allowInPermissions'],
  'firefox-android': ['tapSiteIcon', 'firefoxTap'],
  'safari-ios': ['safariPageMenu', 'setCameraToAllow'],
  'other-ios': ['iosSettings', 'switchCameraOn'],
  'safari-mac': ['safariMenu', 'setCameraToAllow'],
  'chrome-desktop': ['clickSiteIcon', 'switchCameraOn'],
  'edge-desktop': ['clickSiteIcon', 'setCameraToAllow'],
  'firefox-desktop': ['firefoxIcon', 'firefoxUnblock'],
  other: ['siteSettings', 'setCameraToAllow'],
};

/** Where each system keeps which apps may use the camera. */
const systemSteps: Record<System, readonly Step[]> = {
  android: ['androidApps', 'allowInPermissions'],
  ios: ['iosSettings', 'switchCameraOn'],
  mac: ['macPrivacy', 'macAllow'],
  windows: ['windowsPrivacy', 'windowsAllow'],
  other: ['systemPrivacy', 'systemAllow'],
};

/** What to say about a problem in this browser, and the ways out of it. */
export function toProblemView(
  problem: DeviceProblem,
  browser: Browser,
  /** Whether the level takes no files in place of the camera. */
  needsFilm: boolean,
): ProblemView {
  switch (problem.is) {
    case 'offline':
      return { problem, steps: [], ways: ['check-again'] };
    case 'insecure':
      return { problem, steps: [], ways: ['secure', 'phone'] };
    case 'inApp':
      return {
        problem,
        steps: [
          problem.menu === 'top' ? 'inAppMenuTop' : 'inAppMenu',
          browser.system === 'ios' ? 'inAppOpenSafari' : 'inAppOpenChrome',
          'inAppPaste',
        ],
        ways: ['copy-link', 'phone', 'go-on'],
      };
    case 'cookies':
      return { problem, steps: ['cookieSettings', 'allowCookies', 'tryAgain'], ways: ['check-again', 'copy-link'] };
    case 'storage':
      return { problem, steps: ['normalWindow', 'allowStorage'], ways: ['check-again', 'phone', 'go-on'] };
    case 'frame':
      return { problem, steps: ['unblock', 'otherNetwork', 'tryAgain'], ways: ['check-again', 'phone', 'go-on'] };
    default:
      return {
        problem,
        steps: toCameraSteps(problem.is, browser),
        ways: [...toCameraWays(problem.is), ...(needsFilm ? [] : (['files'] as const))],
      };
  }
}

function toCameraSteps(problem: CameraProblem, { name, system }: Browser): readonly Step[] {
  const isPhone = system === 'android' || system === 'ios';
  switch (problem) {
    case 'cameraDenied':
      return [...permissionSteps[name], 'tryAgain'];
    case 'cameraDeniedBySystem':
      return [...systemSteps[system], 'tryAgain'];
    case 'cameraMissing':
      return isPhone ? ['closeApps', 'restart'] : ['connectCamera', 'tryAgain'];
    case 'cameraBusy':
      return ['closeApps', 'closeTabs', 'tryAgain', 'restart'];
    case 'cameraSilent':
      return ['lookForQuestion', 'closeApps', 'tryAgain'];
    case 'cameraDismissed':
    case 'cameraDeniedByPolicy':
    case 'cameraUnsuitable':
    case 'cameraInterrupted':
    case 'cameraSwitchedOff':
    case 'cameraUnsupported':
    case 'cameraUnknown':
      return [];
  }
}

function toCameraWays(problem: CameraProblem): readonly Way[] {
  switch (problem) {
    case 'cameraDeniedByPolicy':
      return ['phone'];
    case 'cameraSwitchedOff':
    case 'cameraUnsupported':
      return ['phone', 'copy-link'];
    default:
      return ['open-camera', 'phone'];
  }
}
