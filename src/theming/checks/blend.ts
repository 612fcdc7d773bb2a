import { converter, formatHex, parse } from 'culori';
import { readStops } from './gradient-stops';
import type { Drawn, Paint } from './seen';

/** Red, green and blue of sRGB, and alpha, 0 to 1 each. */
type Pixel = readonly [number, number, number, number];

const toRgb = converter('rgb');
const clear: Pixel = [0, 0, 0, 0];

/** What meets the eye: `#rrggbb` of what is drawn and of the ground beside it. */
export interface Met {
  colour: string;
  ground: string;
}

/**
 * The colours that meet the eye where something is drawn on paints, one pair for each stop of a gradient; undefined
 * where a picture lies behind it, since no colour can be told then.
 */
export function blend({ colour, behind }: Drawn): Met[] | undefined {
  const first = toPixel(colour);
  if (!first) return undefined;
  let candidates: { drawn: Pixel; ground: Pixel }[] = [{ drawn: first, ground: clear }];
  for (const paint of behind) {
    const isSettled = candidates.every(({ ground }) => ground[3] > 0.999);
    if (isSettled && paint.group === 1) continue;
    const layers = readLayers(paint);
    if (layers === undefined && !isSettled) return undefined;
    for (const layer of layers ?? []) {
      candidates = layer
        .flatMap(pixel =>
          candidates.map(({ drawn, ground }) => ({ drawn: over(drawn, pixel), ground: over(ground, pixel) })),
        )
        .slice(0, 64);
    }
    candidates = candidates.map(({ drawn, ground }) => ({
      drawn: fade(drawn, paint.group),
      ground: fade(ground, paint.group),
    }));
  }
  return candidates.map(({ drawn, ground }) => ({ colour: spell(drawn), ground: spell(ground) }));
}

/** The possible pixels of each layer of a paint, the topmost first; undefined with a picture among them. */
function readLayers({ colour, image, own }: Paint): Pixel[][] | undefined {
  const stops = readStops(image);
  if (stops === 'picture') return undefined;
  return [...stops, [colour]].map(colours =>
    colours.flatMap(text => {
      const pixel = toPixel(text);
      return pixel ? [fade(pixel, own)] : [];
    }),
  );
}

function over(top: Pixel, under: Pixel): Pixel {
  const alpha = top[3] + under[3] * (1 - top[3]);
  if (alpha === 0) return clear;
  const channel = (at: 0 | 1 | 2) => (top[at] * top[3] + under[at] * under[3] * (1 - top[3])) / alpha;
  return [channel(0), channel(1), channel(2), alpha];
}

function fade(pixel: Pixel, by: number): Pixel {
  return by === 1 ? pixel : [pixel[0], pixel[1], pixel[2], pixel[3] * by];
}

function toPixel(text: string): Pixel | undefined {
  const colour = parse(text);
  if (!colour) return undefined;
  const { r, g, b, alpha = 1 } = toRgb(colour);
  return [r, g, b, alpha];
}

function spell([r, g, b]: Pixel): string {
  return formatHex({ mode: 'rgb', r, g, b });
}
