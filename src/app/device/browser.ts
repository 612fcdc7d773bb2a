/** Who would have to be told what: browsers differ in where they keep the permission for the camera. */
export type BrowserName =
  | 'chrome-android'
  | 'chrome-desktop'
  | 'edge-desktop'
  | 'safari-ios'
  | 'other-ios'
  | 'safari-mac'
  | 'firefox-desktop'
  | 'firefox-android'
  | 'samsung'
  | 'other';
export type System = 'android' | 'ios' | 'mac' | 'windows' | 'other';

export interface Browser {
  name: BrowserName;
  system: System;
  /** The app inside which the page was opened. */
  inside: InsideApp | undefined;
}

export type InsideApp =
  | { is: 'named'; app: string; menu: 'top' | 'anywhere' }
  /** A view inside an app that does not say its name: the host product's own app can be one, and do well. */
  | { is: 'unnamed' };

/** The first that fits counts: Samsung Internet and Edge call themselves Chrome as well, and everybody Safari. */
const names: readonly { name: BrowserName; system: System | 'any'; sign: RegExp }[] = [
  { name: 'samsung', system: 'android', sign: /SamsungBrowser\// },
  { name: 'firefox-android', system: 'android', sign: /Firefox\// },
  { name: 'chrome-android', system: 'android', sign: /Chrome\// },
  { name: 'other-ios', system: 'ios', sign: /(CriOS|FxiOS|EdgiOS|OPiOS|OPT|DuckDuckGo|YaBrowser|GSA)\// },
  { name: 'safari-ios', system: 'ios', sign: /Safari\// },
  { name: 'other-ios', system: 'ios', sign: /AppleWebKit/ },
  { name: 'edge-desktop', system: 'any', sign: /Edg\// },
  { name: 'firefox-desktop', system: 'any', sign: /Firefox\// },
  { name: 'chrome-desktop', system: 'any', sign: /Chrome\// },
  { name: 'safari-mac', system: 'mac', sign: /Safari\// },
];

const apps: readonly { app: string; menu: 'top' | 'anywhere'; sign: RegExp }[] = [
  { app: 'Instagram', menu: 'top', sign: /Instagram/ },
  { app: 'Threads', menu: 'top', sign: /Barcelona/ },
  { app: 'Messenger', menu: 'top', sign: /MessengerForiOS|MessengerLite|Orca-Android/ },
  { app: 'Facebook', menu: 'top', sign: /FBAN|FBAV|FB_IAB/ },
  { app: 'WeChat', menu: 'top', sign: /MicroMessenger/ },
  { app: 'LINE', menu: 'anywhere', sign: /\bLine\// },
  { app: 'TikTok', menu: 'top', sign: /musical_ly|BytedanceWebview|TikTok|trill_/ },
  { app: 'Telegram', menu: 'top', sign: /Telegram/ },
  { app: 'Snapchat', menu: 'anywhere', sign: /Snapchat/ },
  { app: 'LinkedIn', menu: 'top', sign: /LinkedInApp/ },
  { app: 'X', menu: 'anywhere', sign: /Twitter(Android| for)/ },
  { app: 'VK', menu: 'top', sign: /VKAndroidApp|VKClient/ },
  { app: 'KakaoTalk', menu: 'anywhere', sign: /KAKAOTALK/ },
  { app: 'Pinterest', menu: 'anywhere', sign: /\[Pinterest\/|Pinterest for/ },
];

const unnamedViews: readonly RegExp[] = [
  /Android.*; wv\)/,
  // Safari and the browsers on iOS say Safari at the end, a view inside an app does not.
  /(iPhone|iPad|iPod).*AppleWebKit(?!.*Safari\/)/,
];

/** `touchPoints` tells an iPad from the Mac that it claims to be; Telegram shows itself by a global only. */
export function readBrowser(signs: { userAgent: string; touchPoints: number; isTelegram: boolean }): Browser {
  const { userAgent } = signs;
  const system = toSystem(userAgent, signs.touchPoints);
  const found = names.find(it => (it.system === 'any' || it.system === system) && it.sign.test(userAgent));
  return { name: found?.name ?? 'other', system, inside: toInside(userAgent, signs.isTelegram) };
}

function toSystem(userAgent: string, touchPoints: number): System {
  if (/Android/.test(userAgent)) return 'android';
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
  if (/Macintosh/.test(userAgent)) return touchPoints > 1 ? 'ios' : 'mac';
  return /Windows/.test(userAgent) ? 'windows' : 'other';
}

function toInside(userAgent: string, isTelegram: boolean): InsideApp | undefined {
  const found = apps.find(({ sign }) => sign.test(userAgent));
  if (found) return { is: 'named', app: found.app, menu: found.menu };
  if (isTelegram) return { is: 'named', app: 'Telegram', menu: 'top' };
  return unnamedViews.some(sign => sign.test(userAgent)) ? { is: 'unnamed' } : undefined;
}
