import type { Config } from '../config';

/**
 * Features that a frame has only where its page hands them on, so that denying them takes nothing from the SDK's, which is handed
 * four others. Only those that browsers know on every system: they complain in the console about the rest (`hid`, `serial`,
 * `bluetooth`, `web-share`…), and IDnGO wants no warnings there before production [I].
 */
const deniedFeatures = [
  'accelerometer',
  'autoplay',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gyroscope',
  'magnetometer',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
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
    // The frame’s origin only for a look at whether it can be reached, of which the page sees nothing but that.
    `connect-src 'self' ${frame}`,
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
    'cache-control': 'no-store',
    ...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}
