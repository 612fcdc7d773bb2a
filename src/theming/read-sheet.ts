import { tokens as is, readTokens, type Token } from './sheet-tokens';

// Reads a stylesheet as a browser does (CSS Syntax, "Parser algorithms"), and not as a linter would: what a stray brace, a
// `//` comment or a missing semicolon swallows is swallowed here, too. Every part knows where it stands in the text.

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface SheetDeclaration extends Span {
  readonly kind: 'declaration';
  readonly property: string;
  /** As written, without `!important`. */
  readonly value: string;
  readonly important: boolean;
}

export interface SheetRule extends Span {
  readonly kind: 'rule';
  readonly selector: string;
  /** Between the braces. */
  readonly block: Span;
  /** False where the text ends before the rule does. */
  readonly closed: boolean;
  readonly contents: readonly SheetPart[];
}

export interface SheetAtRule extends Span {
  readonly kind: 'at-rule';
  /** In small letters, without the `@`. */
  readonly name: string;
  readonly prelude: string;
  readonly block: Span | undefined;
  readonly closed: boolean;
  readonly contents: readonly SheetPart[];
}

/** What a browser skips: no declaration and no rule could be made of it. */
export interface SheetRubbish extends Span {
  readonly kind: 'rubbish';
}

export type SheetPart = SheetDeclaration | SheetRule | SheetAtRule | SheetRubbish;

const closers: Readonly<Record<number, number>> = {
  [is.LeftCurlyBracket]: is.RightCurlyBracket,
  [is.LeftSquareBracket]: is.RightSquareBracket,
  [is.LeftParenthesis]: is.RightParenthesis,
  [is.Function]: is.RightParenthesis,
};
/** More than anybody writes: what is in a block below is text, so that no sheet is too deep for those who walk over it. */
const deepest = 100;
const isBlank = ({ type }: Token) => type === is.WhiteSpace || type === is.Comment;

/** The parts of a stylesheet in their order; together with blanks and comments between them they are the text. */
export function readSheet(text: string): SheetPart[] {
  const tokens = readTokens(text);
  const end: Token = { type: is.EOF, start: text.length, end: text.length };
  let at = 0;
  let depth = 0;

  const peek = () => tokens[at] ?? end;
  const textOf = ({ start, end }: Span) => text.slice(start, end);
  const skipBlank = () => {
    while (at < tokens.length && isBlank(peek())) at++;
  };
  const lastEnd = () => tokens[at - 1]?.end ?? 0;

  /** One component value: a token, or a block with all that is in it. @returns whether a block was closed. */
  function skipValue(): boolean {
    const open: number[] = [];
    do {
      const { type } = peek();
      const closer = closers[type];
      at++;
      if (type === open.at(-1)) open.pop();
      else if (closer !== undefined) open.push(closer);
    } while (open.length > 0 && at < tokens.length);
    return open.length === 0;
  }

  function readBlock(): { block: Span; closed: boolean; contents: SheetPart[] } {
    const start = peek().end;
    if (depth === deepest) {
      const closed = skipValue();
      return { block: { start, end: closed ? (tokens[at - 1]?.start ?? start) : text.length }, closed, contents: [] };
    }
    at++;
    depth++;
    const contents = readContents(true);
    depth--;
    const closed = peek().type === is.RightCurlyBracket;
    const block = { start, end: peek().start };
    if (closed) at++;
    return { block, closed, contents };
  }

  function readAtRule(nested: boolean): SheetAtRule {
    const { start } = peek();
    const name = text.slice(start + 1, peek().end).toLowerCase();
    at++;
    const preludeStart = lastEnd();
    while (at < tokens.length) {
      const { type, start: stop } = peek();
      const prelude = text.slice(preludeStart, stop).trim();
      if (type === is.LeftCurlyBracket) {
        const body = readBlock();
        return { kind: 'at-rule', name, prelude, ...body, start, end: lastEnd() };
      }
      if (type === is.Semicolon || (nested && type === is.RightCurlyBracket)) {
        if (type === is.Semicolon) at++;
        return { kind: 'at-rule', name, prelude, block: undefined, closed: true, contents: [], start, end: lastEnd() };
      }
      skipValue();
    }
    const prelude = text.slice(preludeStart).trim();
    return { kind: 'at-rule', name, prelude, block: undefined, closed: false, contents: [], start, end: lastEnd() };
  }

  function readRule(nested: boolean): SheetRule | SheetRubbish {
    const { start } = peek();
    while (at < tokens.length) {
      const { type, start: stop } = peek();
      if (nested && (type === is.Semicolon || type === is.RightCurlyBracket)) break;
      if (type === is.LeftCurlyBracket) {
        const selector = text.slice(start, stop).trim();
        return { kind: 'rule', selector, ...readBlock(), start, end: lastEnd() };
      }
      skipValue();
    }
    return { kind: 'rubbish', start, end: lastEnd() };
  }

  function readDeclaration(): SheetDeclaration | undefined {
    if (peek().type !== is.Ident) return undefined;
    const name = peek();
    at++;
    skipBlank();
    if (peek().type !== is.Colon) return undefined;
    at++;
    skipBlank();
    const first = at;
    const property = textOf(name);
    const isCustom = property.startsWith('--');
    while (at < tokens.length && peek().type !== is.Semicolon && peek().type !== is.RightCurlyBracket) {
      if (peek().type === is.LeftCurlyBracket && !isCustom) return undefined;
      skipValue();
    }
    const meaning = tokens.slice(first, at).filter(token => !isBlank(token));
    const last = meaning.at(-1);
    const mark = meaning.at(-2);
    const isImportant =
      last?.type === is.Ident &&
      textOf(last).toLowerCase() === 'important' &&
      mark?.type === is.Delim &&
      textOf(mark) === '!';
    const value = text.slice(meaning[0]?.start ?? 0, isImportant ? mark.start : (last?.end ?? 0)).trim();
    if (value === '' && !isCustom) return undefined;
    const end = last?.end ?? lastEnd();
    return { kind: 'declaration', property, value, important: isImportant, start: name.start, end };
  }

  function readContents(nested: boolean): SheetPart[] {
    const parts: SheetPart[] = [];
    while (at < tokens.length) {
      const { type } = peek();
      if (nested && type === is.RightCurlyBracket) break;
      const skips = nested ? type === is.Semicolon : type === is.CDO || type === is.CDC;
      if (skips || isBlank(peek())) at++;
      else if (type === is.AtKeyword) parts.push(readAtRule(nested));
      else if (!nested) parts.push(readRule(false));
      else {
        const mark = at;
        const declaration = readDeclaration();
        if (!declaration) at = mark;
        parts.push(declaration ?? readRule(true));
      }
    }
    return parts;
  }

  return readContents(false);
}
