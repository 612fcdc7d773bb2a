/** The largest picture that a theme carries in itself. */
export const logoLimitKb = 64;

export type LogoFile = { kind: 'read'; image: string } | { kind: 'refused'; reason: 'type' | 'size' | 'unreadable' };

const types = ['image/svg+xml', 'image/png'];

/** A picture as an address that holds all of it. */
export async function readLogo(file: Pick<Blob, 'type' | 'size' | 'arrayBuffer'>): Promise<LogoFile> {
  if (!types.includes(file.type)) return { kind: 'refused', reason: 'type' };
  if (file.size > logoLimitKb * 1024) return { kind: 'refused', reason: 'size' };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
    return { kind: 'read', image: `data:${file.type};base64,${btoa(text)}` };
  } catch {
    return { kind: 'refused', reason: 'unreadable' };
  }
}
