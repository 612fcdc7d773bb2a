import { textContrast, toContrast } from '../contrast';
import { toApca } from './apca';
import { blend, type Met } from './blend';
import type { Drawn, SeenControl, SeenText } from './seen';

/** Ratio of WCAG 2.2 for large text (1.4.3) and for what is not text (1.4.11). */
export const largeContrast = 3;

/** `exempt`: fails, but WCAG asks nothing of what is disabled. `unknown`: a picture lies behind it. */
export type Verdict = 'passes' | 'fails' | 'exempt' | 'unknown';

export interface Contrast extends Met {
  verdict: Verdict;
  ratio: number;
  needs: number;
  /** Lc of APCA (`apca.ts`). */
  lc: number;
}

/** The worst contrast that a text has where it stands. */
export function judgeText(text: SeenText): Contrast | 'unknown' {
  const isLarge = text.sizePx >= 24 || (text.sizePx >= 18.66 && text.weight >= 700);
  const met = blend(text);
  return met ? judge(met, isLarge ? largeContrast : textContrast, text.disabled) : 'unknown';
}

/** The contrast of that edge of a control by which it can be told best. */
export function judgeControl(control: SeenControl): Contrast | 'unknown' {
  const judged = control.edges.map(edge => judgeDrawn(edge, control.disabled));
  const known = judged.filter(one => one !== 'unknown');
  if (known.length === 0 || (known.length < judged.length && known.every(one => one.verdict !== 'passes')))
    return 'unknown';
  return known.reduce((best, one) => (one.ratio > best.ratio ? one : best));
}

function judgeDrawn(drawn: Drawn, disabled: boolean): Contrast | 'unknown' {
  const met = blend(drawn);
  return met ? judge(met, largeContrast, disabled) : 'unknown';
}

function judge(met: readonly Met[], needs: number, disabled: boolean): Contrast | 'unknown' {
  const measured = met.map(pair => ({ ...pair, ratio: toContrast(pair.colour, pair.ground) }));
  const [first] = measured;
  if (!first) return 'unknown';
  const worst = measured.reduce((lowest, one) => (one.ratio < lowest.ratio ? one : lowest), first);
  const passes = worst.ratio >= needs;
  return {
    ...worst,
    needs,
    verdict: passes ? 'passes' : disabled ? 'exempt' : 'fails',
    lc: toApca(worst.colour, worst.ground),
  };
}
