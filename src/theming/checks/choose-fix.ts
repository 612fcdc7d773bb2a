import { converter } from 'culori';
import type { Scheme } from '#contract/theme';
import { toContrast, toPassing } from '../contrast';
import type { Finding } from './finding';
import { type ColourSource, isOfBothSchemes, toFix, toPlace } from './source';

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
 * The smallest change by which a failing pair passes: another text or another ground, whichever moves less, and which
 * keeps passing wherever else the same colour stands.
 */
export function chooseFix(
  pair: MetPair,
  sources: PairSources,
  all: readonly MetPair[],
  rules: string,
): Pick<Finding, 'fix' | 'place'> {
  const { colour, ground, schemes, needs } = pair;
  const candidates = [
    { source: sources.colour, from: colour, others: othersOf(all, pair, sources.colour, 'colour') },
    { source: sources.ground, from: ground, others: othersOf(all, pair, sources.ground, 'ground') },
  ].flatMap(({ source, from, others }) => {
    if (!source) return [];
    const most = Math.max(needs, ...others.map(other => other.needs));
    const grounds = [...new Set(others.map(other => other.beside))];
    const value = [toPassing(from, grounds, most), toPassing(from, [grounds[0] ?? ''], needs)].find(found =>
      others.slice(0, 1).every(({ beside }) => toContrast(found, beside) >= needs),
    );
    return value === undefined || value === from ? [] : [{ source, value, moved: measureMove(from, value) }];
  });
  const [best] = candidates.sort((one, other) => one.moved - other.moved);
  const source = best?.source ?? sources.colour ?? sources.ground;
  const place = source && toPlace(source, rules);
  return { ...(best ? { fix: toFix(best.source, schemes, best.value) } : {}), ...(place ? { place } : {}) };
}

/** What else the colour stands beside, the failing pair itself first. */
function othersOf(all: readonly MetPair[], pair: MetPair, source: ColourSource | undefined, side: 'colour' | 'ground') {
  const isShared = (other: MetPair) =>
    other.schemes.some(one => pair.schemes.includes(one)) || (source && isOfBothSchemes(source));
  const same = all.filter(other => other[side] === pair[side] && isShared(other));
  return [pair, ...same].map(({ colour, ground, needs }) => ({ beside: side === 'colour' ? ground : colour, needs }));
}

function measureMove(from: string, to: string): number {
  return Math.abs((toOklch(from)?.l ?? 0) - (toOklch(to)?.l ?? 0));
}
