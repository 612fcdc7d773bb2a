import { chooseFix, type MetPair, type PairSources } from './choose-fix';
import type { Finding, FindingKind, Severity } from './finding';
import { type Contrast, judgeControl, judgeText } from './judge-contrast';
import type { SeenControl, SeenElement, SeenText, Sight } from './seen';

export interface ContrastSummary {
  pairs: number;
  passing: number;
  /** The lowest contrast of those that pass. */
  lowest: { element: SeenElement; ratio: number } | undefined;
}

/** What was seen, and how to find where its colours come from, which is asked only where they fail. */
export interface Traced<Seen> {
  readonly seen: Seen;
  findSources(): PairSources;
}

export interface ContrastGathering {
  add(sight: Sight, seen: { texts?: readonly Traced<SeenText>[]; controls?: readonly Traced<SeenControl>[] }): void;
  summarise(): ContrastSummary;
  list(rules: string): Finding[];
}

type Gathered = Finding & { sights: Sight[]; sources?: PairSources };

/** Judges what was seen on one screen after another; the same pair on many screens is one finding. */
export function gatherContrasts(): ContrastGathering {
  const findings = new Map<string, Gathered>();
  const pairs = new Map<string, MetPair>();
  const passing = new Map<string, { element: SeenElement; ratio: number; needs: number }>();

  function note(kind: FindingKind, severity: Severity, seen: SeenElement, sight: Sight, more: Noted = {}) {
    const { contrast, state = 'rest', findSources } = more;
    const key = contrast ? [kind, seen.name, state, contrast.colour, contrast.ground].join(' ') : kind;
    const known = findings.get(key);
    if (known) {
      known.sights.push(sight);
      return;
    }
    const { name, selector, sample } = seen;
    const shared = { key, kind, severity, element: { name, selector, sample }, sights: [sight] };
    if (!contrast) return void findings.set(key, { ...shared, values: { state } });
    const { verdict: _, ...values } = contrast;
    findings.set(key, {
      ...shared,
      values: { ...values, state },
      ...(findSources ? { sources: findSources() } : {}),
    });
  }

  function judgeOne(sight: Sight, { seen, findSources }: Traced<SeenText>) {
    const contrast = judgeText(seen);
    const { name, selector, sample, state } = seen;
    if (contrast === 'unknown') return note('pictureBehind', 'note', seen, sight);
    if (contrast.verdict === 'exempt') return note('disabledContrast', 'note', seen, sight, { contrast, state });
    const { colour, ground, needs, ratio } = contrast;
    const key = [name, state, colour, ground].join(' ');
    const known = pairs.get(key)?.schemes ?? [];
    if (!known.includes(sight.scheme)) pairs.set(key, { colour, ground, needs, schemes: [...known, sight.scheme] });
    if (contrast.verdict === 'passes')
      return void passing.set(key, { element: { name, selector, sample }, ratio, needs });
    const kind = seen.kind === 'text' ? 'textContrast' : 'placeholderContrast';
    note(kind, 'fails', seen, sight, { contrast, state, findSources });
  }

  return {
    add(sight, { texts = [], controls = [] }) {
      for (const text of texts) judgeOne(sight, text);
      for (const { seen, findSources } of controls) {
        const contrast = judgeControl(seen);
        if (contrast === 'unknown' || contrast.verdict !== 'fails') continue;
        note('controlContrast', 'fails', seen, sight, { contrast, findSources });
      }
    },
    summarise() {
      const [lowest] = [...passing.values()].sort((one, other) => one.ratio / one.needs - other.ratio / other.needs);
      return { pairs: pairs.size, passing: passing.size, lowest };
    },
    list(rules) {
      const met = [...pairs.values()];
      return [...findings.values()].map(({ sources, ...finding }) => {
        const { colour, ground, needs } = finding.values;
        if (!sources || typeof colour !== 'string' || typeof ground !== 'string') return finding;
        const schemes = [...new Set(finding.sights.map(({ scheme }) => scheme))];
        const pair = { colour, ground, needs: Number(needs), schemes };
        return { ...finding, ...chooseFix(pair, sources, met, rules) };
      });
    },
  };
}

interface Noted {
  contrast?: Contrast;
  state?: string;
  findSources?: () => PairSources;
}
