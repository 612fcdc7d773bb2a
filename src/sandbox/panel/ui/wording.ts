/** `ID_CARD` → `ID card`, `sourceOfFunds` → `Source of funds`. */
export function toWords(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/\bid\b/g, 'ID')
    .replace(/\bmrz\b/g, 'MRZ')
    .replace(/\bdoc\b/g, 'document')
    .replace(/\bdob\b/g, 'date of birth')
    .replace(/([a-z])(\d)$/, '$1 $2');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const sides: Readonly<Record<string, string>> = { FRONT_SIDE: 'front', BACK_SIDE: 'back' };

/** `ID card, back`. */
export function toUploadName(idDocType: string, idDocSubType: string | null): string {
  if (idDocSubType === null) return toWords(idDocType);
  return `${toWords(idDocType)}, ${sides[idDocSubType] ?? toWords(idDocSubType)}`;
}

/** `820 B`, `14 kB`, `1.2 MB`. */
export function toSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `HMAC_SHA256_HEX` → `SHA-256`. */
export function toDigestName(algorithm: string): string {
  return algorithm.replace(/^HMAC_SHA(\d+)_HEX$/, 'SHA-$1');
}

/** `674f349f…318b`: enough to recognise it. */
export function toShortId(id: string): string {
  return id.length > 14 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id;
}

/** A signed request's path as one reads it: without the common start, long ids shortened, the query apart and decoded. */
export function toShortPath(path: string): { path: string; query: string } {
  const [address = '', query = ''] = path.split('?', 2);
  const segments = address.replace(/^\/resources\//, '').split('/');
  return {
    path: segments.map(segment => (/^[0-9a-f]{24}$/.test(segment) ? `…${segment.slice(-4)}` : segment)).join('/'),
    query: [...new URLSearchParams(query)].map(([name, value]) => `${name} ${value}`).join(', '),
  };
}

/** `1 try`, `3 tries`. */
export function toCount(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
