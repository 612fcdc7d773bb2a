/** What is used of it. Its own types bring a browser's with them, which the pure layers and the server must not see. */
export const ColorSpace: { register(space: object): void };
export const sRGB: object;
/** Lc, -108 to 106. */
export function contrastAPCA(background: string, foreground: string): number;
