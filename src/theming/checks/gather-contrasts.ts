import type { Finding, FindingKind, Severity } from './finding';
import { type Contrast, judgeControl, judgeText } from './judge-contrast';
import type { SeenControl, SeenElement, SeenText, Sight } from './seen';

export interface ContrastSummary {
  pairs: number;
  passing: number;
  /** The lowest contrast of those that pass. */
  lowest: (Contrast & { element: SeenElement }) | undefined;
}

export interface ContrastGathering {
  add(sight: Sight, seen: { texts: readonly SeenText[]; controls: readonly SeenControl[] }): void;
  summarise(): ContrastSummary;
  list(): Finding[];
}

/** Judges what was seen on one screen after another; the same pair on many screens is one finding. */
export function gatherContrasts(): ContrastGathering {
  const findings = new Map<string, Finding & { sights: Sight[] }>();
  const passing = new Map<string, Contrast & { element: SeenElement }>();

  function note(
    kind: FindingKind,
    severity: Severity,
    element: SeenElement,
    sight: Sight,
    met?: Contrast,
    state = 'rest',
  ) {
    const key = [kind, element.name, state, sight.scheme, met?.colour, met?.ground].join(' ');
    const known = findings.get(key);
    if (known) return void known.sights.push(sight);
    const values = met ? { ...met, state } : { state };
    findings.set(key, { key, kind, severity, element, values, sights: [sight] });
  }

  return {
    add(sight, { texts, controls }) {
      for (const text of texts) {
        const judged = judgeText(text);
        if (judged === 'unknown') note('pictureBehind', 'note', text, sight);
        else if (judged.verdict === 'exempt') note('disabledContrast', 'note', text, sight, judged, text.state);
        else if (judged.verdict === 'fails')
          note(text.kind === 'text' ? 'textContrast' : 'placeholderContrast', 'fails', text, sight, judged, text.state);
        else
          passing.set([text.name, text.state, sight.scheme, judged.colour, judged.ground].join(' '), {
            ...judged,
            element: text,
          });
      }
      for (const control of controls) {
        const judged = judgeControl(control);
        if (judged !== 'unknown' && judged.verdict === 'fails')
          note('controlContrast', 'fails', control, sight, judged);
      }
    },
    summarise() {
      const failing = [...findings.values()].filter(
        ({ kind }) => kind === 'textContrast' || kind === 'placeholderContrast',
      );
      const lowest = [...passing.values()].sort((one, other) => one.ratio / one.needs - other.ratio / other.needs)[0];
      return { pairs: passing.size + failing.length, passing: passing.size, lowest };
    },
    list: () => [...findings.values()],
  };
}
