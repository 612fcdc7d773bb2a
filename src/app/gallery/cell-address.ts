export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

export const directions = ['ltr', 'rtl'] as const;
export type Direction = (typeof directions)[number];

/** How a state is to be seen. Without a scheme as the device prefers, without a direction as the language is written. */
export interface CellView {
  language: string;
  scheme: Scheme | undefined;
  direction: Direction | undefined;
}

export interface CellAddress extends CellView {
  name: string;
}

export function toCellAddress({ name, language, scheme, direction }: CellAddress): string {
  const search = new URLSearchParams({
    lang: language,
    ...(scheme && { scheme }),
    ...(direction && { dir: direction }),
  });
  return `/gallery/${name}?${search}`;
}

/** Undefined for the wall itself. */
export function readCellAddress(path: string, search: string): CellAddress | undefined {
  const [, name] = /^\/gallery\/([\w-]+)\/?$/.exec(path) ?? [];
  if (!name) return undefined;
  const asked = new URLSearchParams(search);
  return {
    name,
    language: asked.get('lang') ?? 'en',
    scheme: schemes.find(scheme => scheme === asked.get('scheme')),
    direction: directions.find(direction => direction === asked.get('dir')),
  };
}
