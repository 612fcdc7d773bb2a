import { expect, test } from 'vitest';
import { userAgents } from '../testing/fake-device';
import { readBrowser } from './browser';

const read = (userAgent: string, changes: { touchPoints?: number; isTelegram?: boolean } = {}) =>
  readBrowser({ userAgent, touchPoints: 0, isTelegram: false, ...changes });

test.each([
  ['chromeAndroid', 'chrome-android', 'android'],
  ['samsung', 'samsung', 'android'],
  ['firefoxAndroid', 'firefox-android', 'android'],
  ['safariIos', 'safari-ios', 'ios'],
  ['chromeIos', 'other-ios', 'ios'],
  ['safariMac', 'safari-mac', 'mac'],
  ['chromeDesktop', 'chrome-desktop', 'other'],
  ['edge', 'edge-desktop', 'windows'],
  ['firefoxDesktop', 'firefox-desktop', 'windows'],
] as const)('knows %s for what it is, and inside no app', (agent, name, system) => {
  expect(read(userAgents[agent])).toEqual({ name, system, inside: undefined });
});

test('takes an iPad that claims to be a Mac for an iPad', () => {
  expect(read(userAgents.safariMac, { touchPoints: 5 })).toMatchObject({ name: 'safari-ios', system: 'ios' });
});

test('takes what it does not know for no browser in particular', () => {
  expect(read('Something/1.0')).toEqual({ name: 'other', system: 'other', inside: undefined });
});

test.each([
  ['Instagram', userAgents.instagramIos],
  ['Facebook', userAgents.facebookAndroid],
  ['LINE', `${userAgents.webViewIos} Safari Line/15.0.0`],
  ['WeChat', `${userAgents.webViewAndroid} MicroMessenger/8.0.50`],
  ['TikTok', `${userAgents.webViewAndroid} musical_ly_2024 BytedanceWebview/d8a21c6`],
  ['Snapchat', `${userAgents.webViewIos} Snapchat/13.0`],
  ['LinkedIn', `${userAgents.webViewIos} [LinkedInApp]/9.30`],
  ['X', `${userAgents.webViewIos} Twitter for iPhone/10.0`],
])('sees that it is inside %s', (app, userAgent) => {
  expect(read(userAgent).inside).toMatchObject({ is: 'named', app });
});

test('sees Telegram, which leaves no sign in the name of the browser', () => {
  expect(read(userAgents.webViewAndroid, { isTelegram: true }).inside).toMatchObject({ app: 'Telegram' });
});

test.each(['webViewAndroid', 'webViewIos'] as const)('sees that %s is inside some app', agent => {
  expect(read(userAgents[agent]).inside).toEqual({ is: 'unnamed' });
});
