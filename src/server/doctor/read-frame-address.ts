/**
 * The `url` claim of an access token, which tells the loader where the frame is; undefined where it names none. Read as
 * the loader reads it [C][P]: only behind the prefixes, in plain base64; what it would not see is not there.
 */
export function readFrameAddress(token: string): string | undefined {
  const wrapped = /^_act-(?:sbx-)?jwt-(.+)$/s.exec(token)?.[1];
  if (wrapped === undefined) return undefined;
  for (const part of wrapped.replace('-v2', '').split('.')) {
    const claims = readPart(part);
    if (typeof claims === 'object' && claims !== null && 'url' in claims && claims.url) return String(claims.url);
  }
  return undefined;
}

function readPart(part: string): unknown {
  try {
    return JSON.parse(atob(part));
  } catch {
    return undefined;
  }
}
