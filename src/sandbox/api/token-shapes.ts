import type { Environment } from '#idngo/environment';

/**
 * How an SDK access token is spelled: the forms seen at the family's platforms; which of them IDnGO mints is unknown.
 *
 * | | | |
 * |---|---|---|
 * | `opaque` | `_act-sbx-<uuid>` | the oldest form [S][G] |
 * | `opaque-v2` | `_act-sbx-<uuid>-v2` | of a level of the second generation of the SDK [P] |
 * | `jwt` | `_act-sbx-jwt-<header>.<payload>.` | unsigned; its `url` tells the loader where the frame is [P][G] |
 * | `jwt-v2` | the same, then `-v2` | [P][G] |
 * | `bare-jwt` | `eyJhbGciOiJub25lIn0.<payload>.` | without a prefix the loader does not look for `url` [S] |
 *
 * Production tokens have no `sbx-` part.
 */
export const tokenShapes = ['opaque', 'opaque-v2', 'jwt', 'jwt-v2', 'bare-jwt'] as const;
export type TokenShape = (typeof tokenShapes)[number];

export function isTokenShape(text: string): text is TokenShape {
  return tokenShapes.some(shape => shape === text);
}

export function composeToken(
  shape: TokenShape,
  { uuid, url, environment }: { uuid: string; url: string; environment: Environment },
): string {
  const prefix = environment === 'sandbox' ? '_act-sbx-' : '_act-';
  const suffix = shape.endsWith('-v2') ? '-v2' : '';
  const opaque = `${prefix}${uuid}${suffix}`;
  switch (shape) {
    case 'opaque':
    case 'opaque-v2':
      return opaque;
    case 'jwt':
    case 'jwt-v2':
      return `${prefix}jwt-${composeJwt({ jti: opaque, url })}${suffix}`;
    case 'bare-jwt':
      return composeJwt({ jti: opaque, url });
  }
}

/** Plain base64, not base64url, because the loader reads the parts with `atob`; without padding, as samples have it. */
function composeJwt(payload: object): string {
  const parts = [{ alg: 'none' }, payload].map(part => btoa(JSON.stringify(part)).replace(/=+$/, ''));
  return `${parts.join('.')}.`;
}
