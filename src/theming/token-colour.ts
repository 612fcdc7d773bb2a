import { type Color, converter, formatHex, formatRgb, parse, toGamut } from 'culori';

/** A colour as the W3C's format of design tokens writes it. */
export interface TokenColour {
  readonly colorSpace: string;
  readonly components: readonly (number | 'none')[];
  readonly alpha?: number;
  readonly hex?: string;
}

const toSrgb = converter('rgb');
const toOklch = converter('oklch');
const toScreen = toGamut('rgb', 'oklch');

/** Undefined for what is no colour by itself, as `var()` or a mixture. */
export function toTokenColour(css: string): TokenColour | undefined {
  const colour = parse(css);
  if (!colour) return undefined;
  const { r, g, b } = toSrgb(colour);
  const isOnScreen = [r, g, b].every(part => part >= -1e-6 && part <= 1 + 1e-6);
  const { l, c, h } = toOklch(colour);
  const space = isOnScreen
    ? { colorSpace: 'srgb', components: [r, g, b].map(part => round(Math.min(1, Math.max(0, part)))) }
    : { colorSpace: 'oklch', components: [round(l), round(c), h === undefined ? ('none' as const) : round(h)] };
  return {
    ...space,
    ...(colour.alpha === undefined || colour.alpha === 1 ? {} : { alpha: colour.alpha }),
    hex: formatHex(toScreen(colour)),
  };
}

/** CSS spells most of the spaces as functions of their own. */
const functions: Readonly<Record<string, (parts: readonly string[]) => string>> = {
  hsl: ([h, s, l]) => `${h} ${s}% ${l}%`,
  hwb: ([h, w, b]) => `${h} ${w}% ${b}%`,
  lab: ([l, a, b]) => `${l}% ${a} ${b}`,
  lch: ([l, c, h]) => `${l}% ${c} ${h}`,
  oklab: parts => parts.join(' '),
  oklch: parts => parts.join(' '),
};

/** The CSS of a token's value, whichever generation of the format wrote it; undefined where it is no colour. */
export function fromTokenColour(value: unknown): string | undefined {
  if (typeof value === 'string') return parse(value) ? value : undefined;
  if (!isTokenColour(value)) return undefined;
  const { colorSpace, components, alpha = 1 } = value;
  const parts = components.map(String);
  const spell = functions[colorSpace];
  const inside = spell ? spell(parts) : `${colorSpace} ${parts.join(' ')}`;
  const css = `${spell ? colorSpace : 'color'}(${inside}${alpha === 1 ? '' : ` / ${alpha}`})`;
  const colour = parse(css);
  return colour ? spellShort(colour, css) : undefined;
}

function spellShort(colour: Color, css: string): string {
  if (colour.mode !== 'rgb') return css;
  return colour.alpha === undefined || colour.alpha === 1 ? formatHex(colour) : formatRgb(colour);
}

function isTokenColour(value: unknown): value is TokenColour {
  if (typeof value !== 'object' || value === null) return false;
  const { colorSpace, components, alpha } = value as Record<string, unknown>;
  return (
    typeof colorSpace === 'string' &&
    Array.isArray(components) &&
    components.length === 3 &&
    components.every(part => typeof part === 'number' || part === 'none') &&
    (alpha === undefined || typeof alpha === 'number')
  );
}

function round(part: number): number {
  return Number(part.toFixed(6));
}
