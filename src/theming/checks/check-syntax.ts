import { readSheet, type SheetPart, type Span } from '../read-sheet';
import { tokens as is, readTokens, type Token } from '../sheet-tokens';
import type { Finding, FindingKind } from './finding';
import { toLine } from './list-rules';

/** What makes a browser read a text otherwise than whoever wrote it meant. */
export type SyntaxFault = Extract<
  FindingKind,
  | 'lineComment'
  | 'strayBracket'
  | 'unclosedBracket'
  | 'unclosedComment'
  | 'unclosedString'
  | 'missingSemicolon'
  | 'skipped'
>;

interface Fault extends Span {
  kind: SyntaxFault;
  fix?: { start: number; was: string; value: string };
}

const closerOf: Readonly<Record<number, number>> = {
  [is.LeftCurlyBracket]: is.RightCurlyBracket,
  [is.LeftSquareBracket]: is.RightSquareBracket,
  [is.LeftParenthesis]: is.RightParenthesis,
  [is.Function]: is.RightParenthesis,
};
const closers = new Set(Object.values(closerOf));

/** Nobody reads more of one kind, and each costs a look at the whole text. */
const mostTold = 200;

/** Faults of the text itself, each told once: what only follows from another is left out. */
export function checkSyntax(text: string): Finding[] {
  const tokens = readTokens(text);
  const parts = readSheet(text);
  const comments = findLineComments(text, tokens);
  const isInComment = ({ start }: Span) => comments.some(comment => start >= comment.start && start < comment.end);
  const told: Fault[] = [
    ...comments,
    ...[...findBrackets(text, tokens), ...findUnclosed(text, tokens).slice(0, mostTold)].filter(
      fault => !isInComment(fault),
    ),
    ...findMissingSemicolons(text, parts).slice(0, mostTold),
  ];
  const skipped = findSkipped(parts)
    .slice(0, mostTold)
    .filter(part => !told.some(fault => overlap(fault, part)));
  const faults = [...told, ...skipped].sort((one, other) => one.start - other.start);
  return faults.map(fault => toFinding(text, fault));
}

/** Without those on a line that is faulty already: there they are of the fault. */
export function withoutEchoes(faults: readonly Finding[], findings: readonly Finding[]): Finding[] {
  const lines = new Set(faults.map(lineOf));
  return findings.filter(finding => !echoes.includes(finding.kind) || !lines.has(lineOf(finding)));
}

const echoes: readonly FindingKind[] = ['unknownProperty', 'unknownValue', 'ruleDropped', 'selectorNoMatch'];

function lineOf({ place }: Finding): number | undefined {
  return place?.tab === 'rules' ? place.line : undefined;
}

function findLineComments(text: string, tokens: readonly Token[]): Fault[] {
  const faults: Fault[] = [];
  for (const [index, { type, start, end }] of tokens.entries()) {
    const next = tokens[index + 1];
    if (faults.length === mostTold) break;
    const isPair = type === is.Delim && next?.type === is.Delim && text.slice(start, next.end) === '//';
    if (!isPair || start < (faults.at(-1)?.end ?? 0) || next.start !== end) continue;
    const was = (/^[^\n]*/.exec(text.slice(start))?.[0] ?? '').trimEnd();
    const words = was.replace(/^\/+\s*/, '').replaceAll('*/', '* /');
    const fix = { start, was, value: words === '' ? '' : `/* ${words} */` };
    faults.push({ kind: 'lineComment', start, end: start + was.length, fix });
  }
  return faults;
}

function findBrackets(text: string, tokens: readonly Token[]): Fault[] {
  const faults: Fault[] = [];
  const open: Token[] = [];
  for (const token of tokens) {
    const { type, start, end } = token;
    if (faults.length === mostTold) return faults;
    if (closerOf[type] !== undefined) open.push(token);
    else if (closers.has(type)) {
      const opener = open.at(-1);
      if (opener && closerOf[opener.type] === type) open.pop();
      else if (!open.some(one => closerOf[one.type] !== is.RightCurlyBracket))
        faults.push({ kind: 'strayBracket', start, end, fix: { start, was: text.slice(start, end), value: '' } });
    }
  }
  // A round one swallows what follows; of braces the innermost is the one that somebody forgot.
  const unclosed = open.find(({ type }) => type !== is.LeftCurlyBracket) ?? open.at(-1);
  if (!unclosed) return faults;
  const { start, end, type } = unclosed;
  const at = text.trimEnd().length;
  const fix = { start: at, was: '', value: open.map(() => '\n}').join('') };
  return [...faults, { kind: 'unclosedBracket', start, end, ...(type === is.LeftCurlyBracket ? { fix } : {}) }];
}

function findUnclosed(text: string, tokens: readonly Token[]): Fault[] {
  return tokens.flatMap(({ type, start, end }): Fault[] => {
    const whole = text.slice(start, end);
    if (type === is.BadString) return [{ kind: 'unclosedString', start, end }];
    if (type === is.Comment && (!whole.endsWith('*/') || whole.length < 4))
      return [{ kind: 'unclosedComment', start, end }];
    return [];
  });
}

/** A value that goes on to another declaration on the next line. */
function findMissingSemicolons(text: string, parts: readonly SheetPart[]): Fault[] {
  return parts.flatMap((part): Fault[] => {
    if (part.kind === 'rule' || part.kind === 'at-rule') return findMissingSemicolons(text, part.contents);
    if (part.kind !== 'declaration' || part.property.startsWith('--')) return [];
    const whole = text.slice(part.start, part.end);
    const gaps = [...whole.matchAll(/(?<!\s)\s+(?=-{0,2}[a-z][\w-]*\s*:)/gi)];
    const next = gaps.find(([gap]) => gap.includes('\n'));
    if (!next) return [];
    const end = part.start + next.index;
    return [{ kind: 'missingSemicolon', start: part.start, end, fix: { start: end, was: '', value: ';' } }];
  });
}

function findSkipped(parts: readonly SheetPart[]): Fault[] {
  return parts.flatMap((part): Fault[] => {
    if (part.kind === 'rubbish') return [{ kind: 'skipped', start: part.start, end: part.end }];
    return 'contents' in part ? findSkipped(part.contents) : [];
  });
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

const longestCode = 60;

function toFinding(text: string, { kind, start, end, fix }: Fault): Finding {
  const [firstLine = ''] = text.slice(start, end).split('\n');
  const code = firstLine.trim().slice(0, longestCode);
  return {
    key: `${kind} ${start}`,
    kind,
    severity: 'fails',
    code,
    values: {},
    sights: [],
    place: { tab: 'rules', ...toLine(text, start) },
    ...(fix ? { fix: { kind: 'rules', ...fix } } : {}),
  };
}
