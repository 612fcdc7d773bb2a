import { converter } from 'culori';
import type { Scheme } from '#contract/theme';
import { toContrast, toPassing } from '../contrast';
import type { Finding } from './finding';
import { type ColourSource, toFix, toPlace } from './source';

/** A pair of colours that meet, as rendered. */
export interface MetPair {
  readonly colour: string;
  readonly ground: string;
  readonly needs: number;
  readonly schemes: readonly Scheme[];
}

export interface PairSources {
  readonly colour: ColourSource | undefined;
  readonly ground: ColourSource | undefined;
}

const toOklch = converter('oklch');

/**
 * The smallest change by which a failing pair passes: another text or another ground, whichever moves less and takes
 * nothing that passes with it.
 */
export function chooseFix(
  pair: MetPair,
  sources: PairSources,
  all: readonly MetPair[],
  rules: string,
): Pick<Finding, 'fix' | 'place'> {
  const candidates = (['colour', 'ground'] as const).flatMap(side => {
    const source = sources[side];
    if (!source) return [];
    for (const reach of reachesOf(source)) {
      const value = findPassing(pair, side, listMet(all, pair, side, reach.schemes));
      if (value !== undefined) return [{ source: reach.source, value, moved: measureMove(pair[side], value) }];
    }
    return [];
  });
  const [best] = candidates.sort((one, other) => one.moved - other.moved);
  const told = sources.colour ?? sources.ground;
  const source = best && best.source.kind !== 'stock' ? best.source : told;
  const place = source && toPlace(source, rules);
  return { ...(best ? { fix: toFix(best.source, pair.schemes, best.value) } : {}), ...(place ? { place } : {}) };
}

/** A change of what stands in both schemes is tried for both first, and then as a rule for the scheme where it fails. */
function reachesOf(source: ColourSource): { source: ColourSource; schemes: 'both' | 'failing' }[] {
  if (source.kind !== 'element' && source.kind !== 'rules') return [{ source, schemes: 'failing' }];
  const { selector, property } = source.usedBy;
  return [
    { source, schemes: 'both' },
    { source: { kind: 'stock', selector, property }, schemes: 'failing' },
  ];
}

interface MetColour {
  readonly beside: string;
  readonly needs: number;
}

/** What else the colour stands beside. */
function listMet(all: readonly MetPair[], pair: MetPair, side: Side, schemes: 'both' | 'failing'): MetColour[] {
  const isMet = (other: MetPair) => schemes === 'both' || other.schemes.some(one => pair.schemes.includes(one));
  const same = all.filter(other => other[side] === pair[side] && isMet(other));
  return same.map(other => ({ beside: other[otherSide(side)], needs: other.needs }));
}

/** The nearest colour with which the pair passes, and everything else that passed. */
function findPassing(pair: MetPair, side: Side, met: readonly MetColour[]): string | undefined {
  const from = pair[side];
  const beside = pair[otherSide(side)];
  const most = Math.max(pair.needs, ...met.map(({ needs }) => needs));
  const isKept = (value: string, one: MetColour) =>
    toContrast(from, one.beside) < one.needs || toContrast(value, one.beside) >= one.needs;
  const nearest = [
    toPassing(from, [...new Set([beside, ...met.map(one => one.beside)])], most),
    toPassing(from, [beside], pair.needs),
  ];
  return nearest.find(value => toContrast(value, beside) >= pair.needs && met.every(one => isKept(value, one)));
}

type Side = 'colour' | 'ground';

function otherSide(side: Side): Side {
  return side === 'colour' ? 'ground' : 'colour';
}

function measureMove(from: string, to: string): number {
  return Math.abs((toOklch(from)?.l ?? 0) - (toOklch(to)?.l ?? 0));
}
