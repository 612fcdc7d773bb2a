import type { Config } from './config';

/**
 * What a frame has only where its page hands it on. The frame's loader hands on four features, which are not in here; nor
 * are those that a frame has by itself (`gamepad`, `storage-access`, `sync-xhr`, `unload`…): what the SDK does with them is its own.
 * All are known to browsers, which complain in the console about others: https://github.com/w3c/webappsec-permissions-policy/blob/main/features.md
 */
const deniedFeatures = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gyroscope',
  'hid',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'midi',
  'otp-credentials',
  'payment',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'web-share',
  'window-management',
  'xr-spatial-tracking',
];

/**
 * Headers of every response.
 *
 * 1. Scripts and styles come from us alone, nothing inline; IDnGO's own loader script joins where one is configured.
 *    Without it nothing on the page may turn a string into script (Trusted Types).
 * 2. The only frame is IDnGO's: an SDK token carries an unsigned address of the frame, so this is what pins it.
 * 3. Camera, microphone and position are for that frame. `self` has to be named too: a page that may not use a feature
 *    cannot hand it on (https://www.w3.org/TR/permissions-policy/#algo-define-inherited-policy).
 * 4. Nobody frames us, and no other site reads our answers; what the frame loads from us says otherwise for itself.
 * 5. Nothing is kept by anybody on the way, unless it says so for itself.
 */
export function createSecurityHeaders(config: Pick<Config, 'idngo' | 'publicUrl'>): Record<string, string> {
  const frame = config.idngo.baseUrl;
  const loader = config.idngo.sdkUrl ? ` ${new URL(config.idngo.sdkUrl).origin}` : '';
  const secure = config.publicUrl.startsWith('https:');
  const policy = [
    `default-src 'none'`,
    `script-src 'self'${loader}`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `frame-src ${frame}`,
    `object-src 'none'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    // A loader of their own is put on the page as a script by its address, and what it does is not known.
    ...(loader ? [] : [`require-trusted-types-for 'script'`, `trusted-types 'none'`]),
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ];
  const forFrame = `(self "${frame}")`;
  return {
    'content-security-policy': policy.join('; '),
    'permissions-policy': [
      `camera=${forFrame}`,
      `microphone=${forFrame}`,
      `geolocation=${forFrame}`,
      `clipboard-write=${forFrame}`,
      ...deniedFeatures.map(feature => `${feature}=()`),
    ].join(', '),
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'cache-control': 'no-store',
    ...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}
