import { toContrast } from '../contrast';
import { blend } from './blend';
import type { Finding, FindingKind, Severity } from './finding';
import { largeContrast } from './judge-contrast';
import type { SeenElement, SeenFocus, SeenTarget, SeenTrouble, Sight } from './seen';

/** WCAG 2.2, 2.5.8. */
const leastTargetPx = 24;

export interface SeenScreen {
  focuses?: readonly SeenFocus[];
  targets?: readonly SeenTarget[];
  troubles?: readonly SeenTrouble[];
}

export interface TroubleGathering {
  add(sight: Sight, seen: SeenScreen): void;
  list(): Finding[];
}

/** Judges focus, targets and layout on one screen after another; the same on many screens is one finding. */
export function gatherTroubles(): TroubleGathering {
  const findings = new Map<string, Finding & { sights: Sight[]; worst: number }>();

  function note(
    kind: FindingKind,
    severity: Severity,
    element: SeenElement,
    sight: Sight,
    { worst = 0, mark = '', ...values }: Values,
  ) {
    const key = [kind, element.name, mark].join(' ');
    const known = findings.get(key);
    const sights = [...(known?.sights ?? []), sight];
    if (known && known.worst >= worst) known.sights.push(sight);
    // The worst case is the one that is told, and the first that is shown.
    else findings.set(key, { key, kind, severity, element, values, sights: [sight, ...sights.slice(0, -1)], worst });
  }

  return {
    add(sight, { focuses = [], targets = [], troubles = [] }) {
      for (const focus of focuses) {
        const judged = judgeFocus(focus);
        if (judged) note(judged.kind, judged.kind === 'focusForced' ? 'note' : 'fails', focus, sight, judged.values);
      }
      for (const target of targets) {
        const least = Math.min(target.widthPx, target.heightPx);
        if (least >= leastTargetPx || target.hasRoom || target.isInline) continue;
        note('targetSmall', 'fails', target, sight, {
          width: target.widthPx,
          height: target.heightPx,
          worst: leastTargetPx - least,
        });
      }
      for (const trouble of troubles) {
        if (trouble.kind === 'textOverlaps') note(trouble.kind, 'cutOff', trouble, sight, { other: trouble.other });
        else
          note(trouble.kind, 'cutOff', trouble, sight, {
            missing: trouble.missingPx,
            at: sight.width,
            worst: trouble.missingPx,
          });
      }
    },
    list: () => [...findings.values()].map(({ worst: _, ...finding }) => finding),
  };
}

type Values = Record<string, string | number> & { worst?: number; mark?: string };

function judgeFocus(focus: SeenFocus): { kind: FindingKind; values: Values } | undefined {
  const measured = focus.changes.map(change => {
    const met = blend(change);
    // On a picture it may well be seen.
    return met ? Math.min(...met.map(({ colour, ground }) => toContrast(colour, ground))) : largeContrast;
  });
  const ratio = Math.max(1, ...measured);
  if (ratio < 1.05) return { kind: 'focusNone', values: {} };
  if (ratio < largeContrast) return { kind: 'focusWeak', values: { ratio, worst: largeContrast - ratio } };
  const lasts = focus.changes.some(({ by }) => by === 'outline' || by === 'border');
  return lasts ? undefined : { kind: 'focusForced', values: {} };
}
