import { ColorSpace, contrastAPCA, sRGB } from 'colorjs.io/fn';

ColorSpace.register(sRGB);

/** Lc of APCA between two `#rrggbb`: positive is dark on light, and about 60 does for running text. */
export function toApca(colour: string, ground: string): number {
  return Math.round(contrastAPCA(ground, colour));
}
