import { tokens as is, readTokens, type Token } from '#theming/sheet-tokens';

/** What is being written at a place of a stylesheet, as far as the widget has words for it. */
export type WritingPlace =
  /** `from`: where the whole selector begins, `compound`: where its last part without blanks does. */
  | { readonly kind: 'selector'; readonly from: number; readonly compound: number }
  /** `in`: the name of a declaration, between the brackets of `var()`, or a value that lacks them. */
  | { readonly kind: 'variable'; readonly from: number; readonly in: 'name' | 'brackets' | 'value' }
  | { readonly kind: 'other' };

type Contents = 'rules' | 'declarations' | 'other';

const other: WritingPlace = { kind: 'other' };
const grouping = ['media', 'supports', 'layer', 'container', 'scope', 'starting-style'];
const takesSelectors = [':is(', ':not(', ':has(', ':where('];
const isBlank = ({ type }: Token) => type === is.WhiteSpace || type === is.Comment;

/** @param at where the cursor is: what stands behind it does not count. */
export function readWritingPlace(text: string, at: number): WritingPlace {
  const before = text.slice(0, at);
  const tokens = readTokens(before);
  const last = tokens.at(-1);
  if (last && isUnfinished(before, last)) return other;
  const { contents, written } = readSurrounding(before, tokens);
  const first = written.find(token => !isBlank(token));
  if (first?.type === is.AtKeyword) return other;
  const startsSelector = first !== undefined && /^[.#&>+~:[*]/.test(before.slice(first.start, first.end));
  if (contents === 'rules' || (contents === 'declarations' && startsSelector)) return readSelector(before, written, at);
  return contents === 'declarations' ? readVariable(before, written, at) : other;
}

function isUnfinished(text: string, { type, start, end }: Token): boolean {
  const whole = text.slice(start, end);
  if (type === is.Comment) return !whole.endsWith('*/') || whole.length < 4;
  if (type === is.String) return whole.length < 2 || whole.at(-1) !== whole[0];
  return type === is.BadString || type === is.BadUrl || (type === is.Url && !whole.endsWith(')'));
}

/** In which block the end stands, and what is written of the part that stands there. */
function readSurrounding(text: string, tokens: readonly Token[]): { contents: Contents; written: readonly Token[] } {
  const blocks: Contents[] = ['rules'];
  let from = 0;
  for (const [index, { type }] of tokens.entries()) {
    if (type === is.LeftCurlyBracket) {
      const inside = tokens.slice(from, index).find(token => !isBlank(token));
      blocks.push(readContents(text, inside, blocks.at(-1) ?? 'rules'));
    }
    if (type === is.RightCurlyBracket && blocks.length > 1) blocks.pop();
    if (type === is.LeftCurlyBracket || type === is.RightCurlyBracket || type === is.Semicolon) from = index + 1;
  }
  return { contents: blocks.at(-1) ?? 'rules', written: tokens.slice(from) };
}

function readContents(text: string, first: Token | undefined, around: Contents): Contents {
  if (around === 'other') return 'other';
  if (first?.type !== is.AtKeyword) return 'declarations';
  return grouping.includes(text.slice(first.start + 1, first.end).toLowerCase()) ? around : 'other';
}

function readSelector(text: string, written: readonly Token[], at: number): WritingPlace {
  const open: number[] = [];
  let from = 0;
  for (const [index, { type }] of written.entries()) {
    if (type === is.Function || type === is.LeftParenthesis || type === is.LeftSquareBracket) {
      open.push(from);
      const name = text.slice(written[index - 1]?.start ?? 0, written[index]?.end);
      // Within brackets that take no selector nothing is offered.
      from = takesSelectors.includes(name.toLowerCase()) ? index + 1 : Number.POSITIVE_INFINITY;
    }
    if (type === is.RightParenthesis || type === is.RightSquareBracket) from = open.pop() ?? from;
    if (type === is.Comma && from !== Number.POSITIVE_INFINITY) from = index + 1;
  }
  if (from === Number.POSITIVE_INFINITY) return other;
  const selector = written.slice(from);
  const first = selector.find(token => !isBlank(token));
  const gap = selector.findLastIndex(token => isBlank(token) || /^[>+~]$/.test(text.slice(token.start, token.end)));
  return { kind: 'selector', from: first?.start ?? at, compound: selector[gap + 1]?.start ?? at };
}

function readVariable(text: string, written: readonly Token[], at: number): WritingPlace {
  const last = written.at(-1);
  const word = last && text.slice(last.start, last.end);
  const isName = last?.type === is.Ident && word?.startsWith('--') === true;
  const from = isName ? last.start : at;
  if (!written.some(({ type }) => type === is.Colon)) return isName ? { kind: 'variable', from, in: 'name' } : other;
  const opener = written.findLastIndex(({ type }) => type === is.Function || type === is.RightParenthesis);
  const { type, start, end } = written[opener] ?? { type: is.EOF, start: 0, end: 0 };
  const isInVar = type === is.Function && text.slice(start, end).toLowerCase() === 'var(';
  const isFirst = written.slice(opener + 1).every(token => isBlank(token) || token === last);
  if (isInVar && isFirst) return { kind: 'variable', from, in: 'brackets' };
  return isName ? { kind: 'variable', from, in: 'value' } : other;
}
