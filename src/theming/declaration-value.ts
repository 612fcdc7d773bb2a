import { tokenize, tokenTypes } from './css-tokenizer';

const pairs = new Map<number, number>([
  [tokenTypes.Function, tokenTypes.RightParenthesis],
  [tokenTypes.LeftParenthesis, tokenTypes.RightParenthesis],
  [tokenTypes.LeftSquareBracket, tokenTypes.RightSquareBracket],
]);
const closing: readonly number[] = [tokenTypes.RightParenthesis, tokenTypes.RightSquareBracket];
const never: readonly number[] = [
  tokenTypes.BadString,
  tokenTypes.BadUrl,
  tokenTypes.Semicolon,
  tokenTypes.LeftCurlyBracket,
  tokenTypes.RightCurlyBracket,
  tokenTypes.Comment,
  tokenTypes.CDO,
  tokenTypes.CDC,
];

export function isPropertyName(name: string): boolean {
  return /^-?[a-z][a-z-]{0,60}$/.test(name);
}

/** Whether a text can stand after `property:` on one line and cannot end the declaration, its rule or a style element. */
export function isDeclarationValue(text: string): boolean {
  // Plain words, numbers and colours, which most values are, need no closer look.
  if (/^[\w#.%,+-]+(?: [\w#.%,+-]+)*$/.test(text)) return true;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no value of one line has them
  if (text.trim() !== text || text === '' || /[\u0000-\u001f\u007f]|<\/style/i.test(text)) return false;
  const open: number[] = [];
  let stands = true;
  tokenize(text, (type, from, to) => {
    if (never.includes(type)) stands = false;
    else if (pairs.has(type)) open.push(pairs.get(type) ?? 0);
    else if (closing.includes(type)) stands = open.pop() === type && stands;
    else if (type === tokenTypes.String) stands = isClosedString(text.slice(from, to)) && stands;
    else if (type === tokenTypes.Url) stands = /[^\\]\)$/.test(text.slice(from, to)) && stands;
    else if (to === text.length && text.endsWith('\\')) stands = false;
  });
  return stands && open.length === 0;
}

/** At its end the tokenizer closes what the text left open. */
function isClosedString(token: string): boolean {
  const [, escapes = ''] = /(\\*).$/.exec(token.slice(1)) ?? [];
  return token.length > 1 && token.endsWith(token.charAt(0)) && escapes.length % 2 === 0;
}
