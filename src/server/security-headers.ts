import type { Config } from './config';

/**
 * Headers of every response.
 *
 * 1. Scripts and styles come from us alone, nothing inline; IDnGO's own loader script joins where one is configured.
 * 2. The only frame is IDnGO's: an SDK token carries an unsigned address of the frame, so this is what pins it.
 * 3. Camera, microphone and position are for that frame. `self` has to be named too: a page that may not use a feature
 *    cannot hand it on (https://www.w3.org/TR/permissions-policy/#algo-define-inherited-policy).
 * 4. Nobody frames us.
 */
export function createSecurityHeaders(config: Pick<Config, 'idngo' | 'publicUrl'>): Record<string, string> {
  const frame = config.idngo.baseUrl;
  const loader = config.idngo.sdkUrl ? ` ${new URL(config.idngo.sdkUrl).origin}` : '';
  const policy = [
    `default-src 'none'`,
    `script-src 'self'${loader}`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `frame-src ${frame}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
  ];
  const forFrame = `(self "${frame}")`;
  const secure = config.publicUrl.startsWith('https:');
  return {
    'content-security-policy': policy.join('; '),
    'permissions-policy': [
      `camera=${forFrame}`,
      `microphone=${forFrame}`,
      `geolocation=${forFrame}`,
      `clipboard-write=${forFrame}`,
      'payment=()',
      'usb=()',
    ].join(', '),
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
