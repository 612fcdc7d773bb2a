import { type Diagnostic, forceLinting, linter, lintGutter } from '@codemirror/lint';
import { StateEffect, StateField } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { BrowserSupport } from '#theming/checks/check-support';
import type { Finding, FindingKind } from '#theming/checks/finding';
import { checkRules } from './check-rules';
import { type SayFinding, toDiagnostic } from './to-diagnostic';

const giveDiagnostics = StateEffect.define<readonly Diagnostic[]>();

/** What was found elsewhere; it stays where it was found while the text is edited. */
const givenDiagnostics = StateField.define<readonly Diagnostic[]>({
  create: () => [],
  update(known, { effects, docChanged, changes }) {
    const given = effects.find(effect => effect.is(giveDiagnostics));
    if (given) return given.value;
    if (!docChanged) return known;
    return known
      .map(one => ({ ...one, from: changes.mapPos(one.from, 1), to: changes.mapPos(one.to, -1) }))
      .filter(({ from, to }) => from < to);
  },
});

/** Kinds that take all screens to be found; the others are found here, and sooner. */
const foundElsewhere: readonly FindingKind[] = [
  'selectorNoMatch',
  'selectorUnverified',
  'neverWins',
  'fontNotLoaded',
  'fontFailed',
  'variableUndeclared',
  'forcedAdjustOff',
  'forcedMeaning',
];

/** Marks faults in the text and in the gutter, with what mends them; F8 goes from one to the next. */
export function lintRules(say: SayFinding, browser: BrowserSupport) {
  return [
    givenDiagnostics,
    linter(
      ({ state }) => [
        ...checkRules(state.doc.toString(), browser).flatMap(found => toDiagnostic(found, state.doc, say) ?? []),
        ...state.field(givenDiagnostics),
      ],
      { delay: 400 },
    ),
    lintGutter(),
  ];
}

/** Takes what was found in the text that is shown. */
export function giveFindings(view: EditorView, findings: readonly Finding[], say: SayFinding): void {
  const given = findings
    .filter(({ kind }) => foundElsewhere.includes(kind))
    .flatMap(found => toDiagnostic(found, view.state.doc, say) ?? []);
  if (given.length === 0 && view.state.field(givenDiagnostics).length === 0) return;
  view.dispatch({ effects: giveDiagnostics.of(given) });
  forceLinting(view);
}
