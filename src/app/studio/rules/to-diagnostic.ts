import type { Action, Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { Finding, Severity } from '#theming/checks/finding';

/** The words of a finding, and of what mends it. */
export interface SayFinding {
  finding(finding: Finding): string;
  fix(value: string): string;
}

const severities = {
  fails: 'error',
  noMatch: 'warning',
  cutOff: 'warning',
  outside: 'warning',
  note: 'info',
} as const satisfies Record<Severity, Diagnostic['severity']>;

/** A finding where it is in the text; undefined where it is of something else. */
export function toDiagnostic(finding: Finding, text: Text, say: SayFinding): Diagnostic | undefined {
  const { place, severity, fix } = finding;
  if (place?.tab !== 'rules' || place.line > text.lines) return undefined;
  const line = text.line(place.line);
  const from = Math.min(line.from + place.column - 1, line.to);
  const to = Math.max(from, Math.min(line.to, from + lengthOf(finding, text.sliceString(from, line.to))));
  return {
    from,
    to,
    severity: severities[severity],
    message: say.finding(finding),
    ...(fix?.kind === 'rules' ? { actions: [toAction(fix, from, say)] } : {}),
  };
}

function lengthOf({ code = '' }: Finding, rest: string): number {
  if (rest.startsWith(code)) return code.length;
  return (/^[^;{}]*/.exec(rest)?.[0] ?? rest).trimEnd().length;
}

/** Goes by where the diagnostic has moved to since, and does nothing where the text is another. */
function toAction(fix: { start: number; was: string; value: string }, from: number, say: SayFinding): Action {
  return {
    name: say.fix(fix.value.trim()),
    apply(view, at) {
      const start = at + fix.start - from;
      const end = start + fix.was.length;
      if (view.state.sliceDoc(start, end) !== fix.was) return;
      view.dispatch({ changes: { from: start, to: end, insert: fix.value }, userEvent: 'input.fix' });
    },
  };
}
